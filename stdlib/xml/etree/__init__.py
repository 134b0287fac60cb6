"""Trees of elements: ElementTree makes them of documents, ElementPath searches them, ElementInclude puts documents together."""

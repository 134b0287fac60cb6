# One object stays one object, and objects that contain themselves come back as such.
import pickle


class Node:
    pass


shared = ["shared"]
loop = [1]
loop.append(loop)
table = {"name": "table"}
table["self"] = table
inner = ([],)
inner[0].append(inner)
node = Node()
node.me = node
node.children = [node, {node: "key"}]

for protocol in range(6):
    a, b, c = pickle.loads(pickle.dumps((shared, shared, [shared]), protocol))
    print(protocol, a is b, c[0] is a, end=" ")
    copy = pickle.loads(pickle.dumps(loop, protocol))
    print(copy[1] is copy, copy, end=" ")
    copy = pickle.loads(pickle.dumps(table, protocol))
    print(copy["self"] is copy, end=" ")
    copy = pickle.loads(pickle.dumps(inner, protocol))
    print(copy[0][0] is copy, end=" ")
    copy = pickle.loads(pickle.dumps(node, protocol))
    print(copy.me is copy, copy.children[0] is copy, list(copy.children[1]) == [copy])
print(pickle.dumps((shared, shared)))
print(pickle.dumps(inner, 1))

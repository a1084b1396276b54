"""JavaScript, read by its syntax tree: which addresses and interfaces a script uses.

`tree` flattens the syntax tree, `declare` and `resolve` connect names,
`fold` computes what expressions are,
`judge` reports. No opinion about whose host an address is: that is for the rules.
"""

from firstparty.extract.script.analyse import analyse
from firstparty.extract.script.grammars import grammar
from firstparty.extract.script.model import Kind, ScriptUse

__all__ = ["Kind", "ScriptUse", "analyse", "grammar"]

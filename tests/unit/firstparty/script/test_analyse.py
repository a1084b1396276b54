"""What the analyser reports, compared as a whole."""

from firstparty.extract.script import ScriptUse, analyse


def test_a_known_address_is_reported_with_its_place() -> None:
    """An address put together from pieces is reported where the interface is used."""
    source = 'const host = "evil" + ".example";\nfetch(`//${host}/x`);\n'
    assert analyse(source, kind="classic") == (
        ScriptUse("interface", "//evil.example/x", "fetch", "fetch(`//${host}/x`)", 2, 1),
    )

"""Hostile templates: legal, but made to take for ever or all memory; each is told what is wrong."""

from __future__ import annotations

import struct
import subprocess
import sys
from datetime import date

import pytest

from docgen.templating import Budget, RichText, TemplateError, compile_template
from parts import NAMESPACES, W, files, package, paragraph, template
from word import paragraphs as paragraphs_of

DEEP = "không lồng quá 50 khối hoặc 15 vòng lặp vào nhau"
TOO_DEEP = "lồng quá sâu hoặc quá dài, không dịch được"
TURNS = "các vòng lặp của mẫu chạy quá 1000000 lượt"
LENGTH = "văn bản tạo ra dài quá 100000000 ký tự"
MEMORY = "mẫu tạo ra quá nhiều dữ liệu"
JOINED = "văn bản ghép lại quá dài"
FORMAT = "văn bản sau khi định dạng quá dài"
CALLS = "macro hoặc vòng lặp «recursive» gọi lồng nhau quá 50 tầng"
LOOKS = "mẫu có đoạn khai định dạng quá dài"

SOURCE = template("{{ x }}", header1="b")


def nested(opening: str, closing: str, times: int, inside: str = "a") -> str:
    return opening * times + inside + closing * times


def body(inside: str, **parts: str) -> bytes:
    """The source with another body, and other parts."""
    document = f"<w:document {NAMESPACES}><w:body>{inside}</w:body></w:document>"
    names = {f"word/{name}.xml": xml for name, xml in parts.items()}
    return package({**files(SOURCE), "word/document.xml": document, **names})


def related(headers: int) -> str:
    """The relations of a body with so many headers."""
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"
    relations = "".join(
        f"<Relationship Id='r{i}' Type='{kind}' Target='header{i}.xml'/>" for i in range(headers)
    )
    return f"<Relationships xmlns='{space}'>{relations}</Relationships>"


def paragraphs(*texts: str) -> str:
    return "".join(map(paragraph, texts))


COMPILED = [
    (nested("{% if x %}", "{% endif %}", 51), DEEP),
    (nested("{% if x %}", "{% endif %}", 3_000), DEEP),
    (nested("{% for i in xs %}", "{% endfor %}", 16), DEEP),
    (nested("{% with y = x %}", "{% endwith %}", 200), DEEP),
    (nested("{% set y %}", "{% endset %}", 60), DEEP),
    (f"{{% if x %}}{'{% elif x %}b' * 4_000}{{% endif %}}", "một khối không có quá 200 nhánh"),
    ("{% if x %}" * 9_990, DEEP),
    ("{% endif %}" * 9_990, "«endif» không có «if» nào đang mở"),
    ("{% if x %}{% endfor %}" * 4_990, "«endfor» không có «for» nào đang mở"),
    (f"{{{{ {'(' * 2_000}1{')' * 2_000} }}}}", TOO_DEEP),
    (f"{{{{ x{'.a' * 2_000} }}}}", TOO_DEEP),
    (f"{{{{ {'x+' * 2_000}x }}}}", TOO_DEEP),
    (f"{{{{ {'not ' * 1_000}x }}}}", TOO_DEEP),
    (f"{{{{ {'-' * 3_000}1 }}}}", TOO_DEEP),
    (f"{{{{ {'x if x else ' * 400}x }}}}", TOO_DEEP),
    (f"{{{{ {'[' * 1_000}{']' * 1_000} }}}}", TOO_DEEP),
    (f"{{{{ x{'|upper' * 600} }}}}", TOO_DEEP),
    (f"{{{{ [{'1,' * 100_000}] }}}}", "thẻ dài quá 5000 ký tự"),
    (f"{{{{ '{'a' * 5_000_000}' }}}}", "thẻ dài quá 5000 ký tự"),
    (f"{{{{ {'9' * 5_000} }}}}", "thẻ dài quá 5000 ký tự"),
]


@pytest.mark.parametrize(("notation", "told"), COMPILED, ids=lambda row: row[:40])
def test_what_is_too_deep_or_too_long_is_not_compiled(notation, told):
    with pytest.raises(TemplateError) as caught:
        compile_template(template(notation))
    assert told in [problem.message for problem in caught.value.problems]
    assert all(len(problem.snippet) < 300 for problem in caught.value.problems)


@pytest.mark.parametrize(
    "notation",
    [
        nested("{% if x %}", "{% endif %}", 50),
        nested("{% for i in one %}", "{% endfor %}", 15),
        f"{{% if not x %}}{'{% elif x %}a' * 190}{{% endif %}}",
    ],
)
def test_what_is_deep_and_long_is_compiled(notation):
    made = compile_template(template(notation)).render({"x": 1, "one": [1]})
    assert "{" not in "".join(paragraphs_of(made))


BIG = "{% set a = 'aaaaaaaa' %}" + "{% set a = a ~ a %}" * 17


def sets(expression: str) -> str:
    """A thousand values in variables of their own."""
    return "".join(f"{{% set b{i} = {expression.replace('#', str(i))} %}}" for i in range(1_000))


def forever(inside: str) -> str:
    return nested("{% for i in range(10000) %}", "{% endfor %}", 2, inside)


def doubled(name: str, seed: str, step: str) -> str:
    return f"{{% set {name} = {seed} %}}" + f"{{% set {name} = {step} %}}" * 40


LISTS = doubled("a", "[1]", "[a, a]") + doubled("b", "[1]", "[b, b]")
CAPTURE = "{% set f %}{{ f }}{{ f }}{% endset %}"
POWER = "không được dùng phép «{}» với giá trị này trong mẫu"

RENDERED = [
    ("{{ 'a' * 10 ** 9 }}", POWER.format("*")),
    ("{{ 2 ** (10 ** 9) }}", POWER.format("**")),
    ("{% for i in range(10 ** 9) %}{% endfor %}", "range() không quá 10000 số"),
    (forever(""), TURNS),
    (forever("{{ i }}"), TURNS),
    (forever("Đảng uỷ {{ i }} {{ loop.last }}"), TURNS),
    (forever("Đ" * 20_000), LENGTH),
    ("{% for a in xs recursive %}{{ loop(xs) }}{% endfor %}", CALLS),
    ("{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}", CALLS),
    ("{{ '{:>1000000000}'.format(1) }}", "không dùng được dạng «>1000000000» trong mẫu"),
    ("{{ '%1000000000d' % 1 }}", "không dùng được dạng «%1000000000d» trong mẫu"),
    ("{{ '%1000000000d'|format(1) }}", "không dùng được dạng «%1000000000d» trong mẫu"),
    ("{{ x|center(10 ** 9) }}", "không quá 1000 ký tự một dòng"),
    ("{{ x.ljust(10 ** 9) }}", "không quá 1000 ký tự một dòng"),
    ("{{ x|indent(10 ** 9) }}", "không quá 1000 ký tự một dòng"),
    ("{{ long|wordwrap(1) }}", "văn bản quá dài để ngắt dòng"),
    ("{{ 5|round(-1000000000) }}", "chỉ làm tròn được đến 300 chữ số"),
    ("{{ 5|round(1000000000, 'ceil') }}", "chỉ làm tròn được đến 300 chữ số"),
    ("{{ long|replace('', long) }}", "văn bản sau khi thay quá dài"),
    ("{{ ('%s' * 3000)|format(*[long] * 3000) }}", FORMAT),
    ("{{ ('%(a)s' * 2000) % {'a': long} }}", FORMAT),
    ("{{ ('{0}' * 3000).format(long) }}", FORMAT),
    ("{{ long" + "|replace('a', 'aaaaaaaaaa')" * 9 + " }}", "văn bản sau khi thay quá dài"),
    (f"{BIG}{{% set a = a ~ a %}}{{{{ a }}}}", JOINED),
    (doubled("a", "'aaaaaaaa'", "a ~ a"), MEMORY),
    (doubled("a", "'aaaaaaaa'", "a + a"), JOINED),
    ("{% set ns = namespace(t='a') %}{% for i in xs %}{% set ns.t = ns.t ~ ns.t %}{% endfor %}",
     JOINED),
    ("{% set f %}a{% endset %}" + CAPTURE * 40, JOINED),
    ("{%p set f %}\na\n{%p endset %}\n" + "{%p set f %}\n{{p f }}\n{{p f }}\n{%p endset %}\n" * 40,
     LENGTH),
    (doubled("a", "x|soft_breaks", "a + a"), MEMORY),
    (f"{BIG}{sets('a ~ #')}", MEMORY),
    (f"{BIG}{sets('a[#:]')}", MEMORY),
    (f"{BIG}{sets('a|list')}", MEMORY),
    (f"{BIG}{sets('a|soft_breaks')}", MEMORY),
    (sets("long.split()"), MEMORY),
    (f"{BIG}{{% for i in range(10000) %}}{{{{ a|upper|length }}}}{{% endfor %}}", MEMORY),
    (BIG.replace("a" * 8, "&" * 8) + "{{ a }}" * 3_000, LENGTH),
    (BIG.replace("a" * 8, "😀" * 8) + "{{ a }}" * 90, MEMORY),
    (doubled("a", "[1]", "a + a"), POWER.format("+")),
    ("{% set a = [1] * 10000 %}{% set a = [a] * 10000 %}", MEMORY),
    ("{% set a = ([[1] * 1000] * 100)|sum(start=[]) %}", "«sum» chỉ cộng các số"),
    ("{% set a = [1]|batch(1000, [1])|list %}", "chỗ thiếu của nhóm chỉ điền được chữ hoặc số"),
    ("{% set a = [1]|slice(9, fill_with=[1])|list %}",
     "chỗ thiếu của nhóm chỉ điền được chữ hoặc số"),
    (f"{LISTS}{{% if a == b %}}{{% endif %}}", MEMORY),
    (f"{LISTS}{{% if a in [b] %}}{{% endif %}}", MEMORY),
    (f"{LISTS}{{{{ [a, b]|sort|length }}}}", MEMORY),
    (doubled("a", "(1,)", "(a, a)") + "{{ d[a] }}", MEMORY),
    (doubled("a", "{}", "{1: a, 2: a}") + "{{ a == a }}", MEMORY),
    (doubled("a", "1", "dict(a=a, b=a)") + "{{ a == a }}", MEMORY),
    (forever("{% set ns.t = [ns.t, i] %}").replace("{%", "{% set ns = namespace(t=1) %}{%", 1),
     MEMORY),
]  # fmt: skip


CONTEXT = {"x": "text", "xs": list(range(200)), "long": "ab " * 300_000, "d": {"a": 1}}


@pytest.mark.parametrize(("notation", "told"), RENDERED, ids=lambda row: row[:60])
def test_what_would_never_end_is_stopped(notation, told):
    source = compile_template(template(notation))
    with pytest.raises(TemplateError) as caught:
        source.render(CONTEXT)
    # A text that doubles meets the limit of its length or that of the memory, by its letters' size.
    wanted = (JOINED, MEMORY) if told in (JOINED, MEMORY) else (told,)
    assert caught.value.problems[0].message in wanted


def test_what_is_heavy_is_rendered():
    source = template(
        "{% for r in rows %}{{ r.a|upper }}{{ [r.a, r.b]|join('-') }}{% endfor %}"
        "{{ rows|sort(attribute='a')|length }}{{ (rows|groupby('b'))|length }}{{ long|length }}"
        "{% for w in long.split()[:1000] %}{{ w }}{% endfor %}{{ day.strftime('%d/%m/%Y') }}"
    )
    rows = [{"a": str(i), "b": i % 7} for i in range(2_000)]
    context = {"rows": rows, "long": "ab " * 3_000, "day": date(2024, 4, 3)}
    text = "".join(paragraphs_of(compile_template(source).render(context)))
    assert text.endswith("1999" + "1999-4" + "2000" + "7" + "9000" + "ab" * 1_000 + "03/04/2024")


@pytest.mark.parametrize(
    "inside",
    [
        "{% if long.count('b') %}{% endif %}",
        "{{ long|title|length }}",
        "{% if x %}a{% endif %}" * 99,
    ],
)
def test_the_clock_is_looked_at_within_loops(inside):
    source = compile_template(template(forever(inside)), budget=Budget(seconds=0.2))
    with pytest.raises(TemplateError, match=r"tạo văn bản quá 0\.2 giây chưa xong"):
        source.render(CONTEXT)


NUMBERED = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='{}'/></w:numPr>"
LIST = (
    "<w:abstractNum w:abstractNumId='{0}'/>"
    "<w:num w:numId='{0}'><w:abstractNumId w:val='{0}'/></w:num>"
)
ATTRIBUTES = " ".join(f"a{i}='1'" for i in range(100_000))
SPACES = " ".join(f"xmlns:n{i}='u{i}'" for i in range(5_000))
IN_LOOPS = ("{%p for a in one %}", "{%p for b in one %}")
ENDS = ("{%p endfor %}", "{%p endfor %}")

LARGE = {
    "words beside dashes": body(
        "<w:p>" + "<w:r><w:t>a</w:t></w:r>" * 50_000
        + "<w:r><w:t>{%- if x -%}a{%- endif -%}</w:t></w:r>" * 1_000 + "</w:p>"),
    "nothing beside dashes": body(
        "<w:p>" + "<w:r/>" * 50_000 + "<w:r><w:t>{%- if x -%}a{%- endif -%}</w:t></w:r>" * 1_000
        + "</w:p>"),
    "attributes": body(f"<w:p {ATTRIBUTES}/>"),
    "namespaces": body(
        f"<w:p {SPACES}>"
        + "<w:r><w:t>{{ x }}</w:t></w:r>" * 2_000 + "</w:p>"),
    "a tag cut ten thousand times": body(
        "<w:p><w:r><w:t>{{ x</w:t></w:r>" + "<w:r><w:t> </w:t></w:r>" * 4_000
        + "<w:r><w:t>}}</w:t></w:r></w:p>"),
    "lists in loops": body(
        paragraphs(*IN_LOOPS)
        + "".join(paragraph("a", NUMBERED.format(i % 1_000)) for i in range(4_000))
        + paragraphs(*ENDS),
        numbering=f"<w:numbering xmlns:w='{W}'>"
        + "".join(LIST.format(i) for i in range(1_000)) + "</w:numbering>"),
    "styles on styles": body(
        paragraphs(*IN_LOOPS) + paragraph("a", "<w:pStyle w:val='s0'/>") * 100 + paragraphs(*ENDS),
        styles=f"<w:styles xmlns:w='{W}'>" + "".join(
            f"<w:style w:styleId='s{i}'><w:basedOn w:val='s{i + 1}'/></w:style>"
            for i in range(3_000)) + "</w:styles>"),
    "tables in tables": body(
        "<w:tbl><w:tr><w:tc>" * 80 + paragraphs("{{ x }}") + "</w:tc></w:tr></w:tbl>" * 80),
}  # fmt: skip


@pytest.mark.parametrize("name", LARGE)
def test_a_large_file_is_rendered(name):
    made = compile_template(LARGE[name]).render({"x": "a", "one": [1]})
    assert [part for part, data in files(made).items() if b"{{" in data or b"{%" in data] == []


REFUSED = {
    "properties of a paragraph": (body(
        f"<w:p><w:pPr>{'<w:keepNext/>' * 100_000}</w:pPr><w:r><w:t>{{{{ x }}}}</w:t></w:r></w:p>"),
        LOOKS),
    "properties of a run": (body(
        f"<w:p><w:r><w:rPr>{'<w:b/>' * 100_000}</w:rPr><w:t>{{{{ x }}}}</w:t></w:r></w:p>"), LOOKS),
    "a row with words": (body(
        "<w:tbl><w:tr><w:tc>" + paragraphs("a") * 30_000 + paragraphs("{%tr if x %}") * 4_000
        + "</w:tc></w:tr></w:tbl>"),
        "thẻ {%tr %} phải đứng một mình; phần đứng cạnh sẽ bị mất"),
    "ten thousand tables in each other": (body(
        "<w:tbl><w:tr><w:tc>" * 10_000 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 10_000),
        "phần XML của tệp đã hỏng"),
    "ten thousand controls in each other": (body(
        "<w:sdt><w:sdtContent>" * 10_000 + "<w:p/>" + "</w:sdtContent></w:sdt>" * 10_000),
        "phần XML của tệp đã hỏng"),
    "a long text": (body(f"<w:p><w:r><w:t>{'a' * 19_000_000}</w:t></w:r></w:p>"),
                    "phần XML của tệp đã hỏng"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_made_to_do_harm_is_refused(name):
    data, told = REFUSED[name]
    with pytest.raises(TemplateError) as caught:
        compile_template(data)
    assert told in [problem.message for problem in caught.value.problems]


def renamed(name: str) -> bytes:
    return package({**files(SOURCE), name: "a"})


def header_of(data: bytes, name: bytes, mark: bytes) -> int:
    """Where the local header (PK34) or the line of the directory (PK12) of an entry begins."""
    at = data.index(name, data.index(mark)) if mark == b"PK\3\4" else data.rindex(name)
    return data.rindex(mark, 0, at)


def patched(mark: bytes, offset: int, form: str, value: int) -> bytes:
    """The source with another number in what is said of its body."""
    data = bytearray(SOURCE)
    at = header_of(SOURCE, b"word/document.xml", mark) + offset
    struct.pack_into(form, data, at, value)
    return bytes(data)


def quined() -> bytes:
    """Many names for one entry: each line of the directory points to the same bytes."""
    data = package({f"word/{i:04}.xml": "<a/>" for i in range(500)})
    first = data.index(b"PK\1\2")
    lines = bytearray(data[first:])
    at = lines.find(b"PK\1\2")
    while at >= 0:
        struct.pack_into("<L", lines, at + 42, 0)
        at = lines.find(b"PK\1\2", at + 4)
    return data[:first] + bytes(lines)


LOCAL, LINE = b"PK\3\4", b"PK\1\2"
BROKEN = "tệp không phải là văn bản Word (.docx) hoặc đã hỏng"
TWO = "tệp có quá nhiều phần hoặc có phần trùng tên"
STRANGE = "tệp có phần mang tên không hợp lệ ({!r})"
SIZE = "tệp khai kích thước quá lớn khi giải nén"
ZIPS = {
    "absolute": (renamed("/etc/passwd"), STRANGE.format("/etc/passwd")),
    "on a drive": (renamed("C:/a.xml"), STRANGE.format("C:/a.xml")),
    "upwards": (renamed("word/../../a.xml"), STRANGE.format("word/../../a.xml")),
    "only upwards": (renamed(".."), STRANGE.format("..")),
    "with backslashes": (renamed("word\\a.xml"), STRANGE.format("word\\a.xml")),
    "with a line end": (renamed("word/a\n.xml"), STRANGE.format("word/a\n.xml")),
    "cut by a zero": (SOURCE.replace(b"header1.xml", b"header1\0xml"),
                      STRANGE.format("word/header1\0xml")),
    "another name at home": (SOURCE.replace(b"word/header1.xml", b"word/headerX.xml", 1), BROKEN),
    "another method at home": (patched(LOCAL, 8, "<H", 0), BROKEN),
    "another size at home": (patched(LOCAL, 18, "<L", 5), BROKEN),
    "no size at home": (patched(LOCAL, 18, "<L", 0), BROKEN),
    "another size in the directory": (patched(LINE, 20, "<L", 5), BROKEN),
    "as long as the file": (patched(LINE, 20, "<L", len(SOURCE)), BROKEN),
    "another sum in the directory": (patched(LINE, 16, "<L", 1),
        "phần word/document.xml đã hỏng hoặc khai sai kích thước"),
    "in the middle of another": (patched(LINE, 42, "<L", 31), BROKEN),
    "at the place of another": (patched(LINE, 42, "<L", 0), BROKEN),
    "behind the file": (patched(LINE, 42, "<L", 2**31), BROKEN),
    "five hundred names for one": (quined(), BROKEN),
    "another start of the directory": (SOURCE[:-6] + b"\0\0\0\0" + SOURCE[-2:], BROKEN),
    "another size of the directory": (SOURCE[:-10] + b"\xff\xff\0\0" + SOURCE[-6:], BROKEN),
    "a thousand times the bytes": (package(
        {**files(SOURCE), **{f"word/{i}.bin": b"\0" * 2**20 for i in range(60)}}), SIZE),
    "more parts than any": (package(
        {**files(SOURCE), **{f"word/{i}.bin": b"" for i in range(2_100)}}), TWO),
    "many parts with many elements": (package(
        {**files(SOURCE), "word/_rels/document.xml.rels": related(20), **{
            f"word/header{i}.xml": f"<w:hdr {NAMESPACES}>{'<w:r/>' * 40_000}</w:hdr>"
            for i in range(20)}}), "các phần của tệp có quá nhiều phần tử hoặc thẻ"),
}  # fmt: skip


@pytest.mark.parametrize("name", ZIPS)
def test_a_zip_made_to_do_harm_is_refused(name):
    data, told = ZIPS[name]
    with pytest.raises(TemplateError) as caught:
        compile_template(data)
    assert [problem.message for problem in caught.value.problems] == [told]


IN_LITTLE_MEMORY = """
import resource, sys
sys.path[:0] = sys.argv[1:]
import test_hostile
from parts import template
from docgen.templating import TemplateError, compile_template

resource.setrlimit(resource.RLIMIT_DATA, (500 * 2**20, 500 * 2**20))
for notation, told in test_hostile.RENDERED:
    if told in (test_hostile.MEMORY, test_hostile.LENGTH) and "set a = [a, a]" not in notation:
        try:
            compile_template(template(notation)).render(test_hostile.CONTEXT)
        except TemplateError as error:
            if error.problems[0].message == told:
                continue
        sys.exit(notation[:80])
"""


def test_what_is_stopped_took_no_more_than_500_megabytes(request):
    here = request.path.parent
    paths = (str(request.config.rootpath), str(here), str(here.parent / "tools"))
    done = subprocess.run(
        [sys.executable, "-c", IN_LITTLE_MEMORY, *paths],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_many_rich_values_are_within_the_budget():
    rows = [RichText(f"row {i}", bold=True) for i in range(3_000)]
    source = template("{%p for r in rows %}\n{{r r }}\n{%p endfor %}")
    made = paragraphs_of(compile_template(source).render({"rows": rows}))
    assert [text for text in made if text] == [f"row {i}" for i in range(3_000)]

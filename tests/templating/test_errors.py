"""Errors: every fault of a template in one pass, where it stands, word for word."""

from __future__ import annotations

from unicodedata import combining

import pytest

from docgen.templating import TemplateError, compile_template, trace
from docgen.templating.blocks import include_name
from docgen.templating.tags import Scanner
from parts import content, files, notes, package, referring, run, template

SCHEMA = ["meeting.place", "meeting.agenda.title", "members.name", "held_on"]


def problems(source: bytes, **options: object) -> list[str]:
    with pytest.raises(TemplateError) as caught:
        compile_template(source, **options)
    return [str(problem) for problem in caught.value.problems]


def faults(source: bytes, context: dict[str, object]) -> list[str]:
    with pytest.raises(TemplateError) as caught:
        compile_template(source).render(context)
    return [str(problem) for problem in caught.value.problems]


ROWS = [
    # Syntax.
    ("{{ a b }}", "sai cú pháp gần «b»"),
    ("{{ a + }}", "biểu thức chưa viết hết"),
    ("{{ }}", "biểu thức chưa viết hết"),
    ("{{ a! }}", "sai cú pháp gần «!»"),
    ("{% if %}b{% endif %}", "biểu thức chưa viết hết"),
    ("{% if a %}{% elif b c %}{% endif %}", "sai cú pháp gần «c»"),
    ("{% for a b %}{% endfor %}", "sai cú pháp gần «b»"),
    ("{% %}", "thẻ lệnh để trống"),
    ("a {{ b", "thẻ mở bằng «{{» mà chưa đóng trong đoạn này"),
    ("a {% b }}", "thẻ mở bằng «{%» mà chưa đóng trong đoạn này"),
    ("{{p a b }}", "sai cú pháp gần «b»"),
    ("{% set a %}", "khối «set» mở ở đây mà không đóng; thiếu «endset»"),
    ("{% endset %}", "«endset» không có «set» nào đang mở"),
    ("{% set a b %}c{% endset %}", "sai cú pháp gần «b»"),
    # What is not there.
    ("{{tr a }}", "thẻ {{tr … }} không dùng được; hãy viết {{ … }}"),
    ("{{tc a }}", "thẻ {{tc … }} không dùng được; hãy viết {{ … }}"),
    ("a {{p b }}", "thẻ {{p … }} phải đứng riêng một đoạn"),
    ("{{p a }}{{p b }}", "thẻ {{p … }} phải đứng riêng một đoạn"),
    ("{% hm %}", "thẻ {% hm %} phải nằm trong một ô của bảng"),
    ("# {% hm %}a", "thẻ {% hm %} phải nằm trong một vòng lặp"),
    ("# {% vm %}a", "thẻ {% vm %} phải nằm trong một vòng lặp"),
    ("# {% colspan a b %}a", "sai cú pháp gần «b»"),
    ("{% macro a() %}", "khối «macro» mở ở đây mà không đóng; thiếu «endmacro»"),
    ("{% macro a b %}{% endmacro %}", "sai cú pháp gần «b»"),
    ("{% call a %}{% endcall %}", "lệnh «call» phải gọi một macro: {% call tên() %}"),
    ("{% filter nofilter %}b{% endfilter %}", "không có bộ lọc «nofilter»"),
    ("# {%tr filter upper %}\n# b\n# {%tr endfilter %}\nz",
     "khối «filter» không đứng được giữa các hàng, các ô của bảng"),
    ("{% block a %}", "lệnh «block» không dùng được trong mẫu"),
    ("{%p extends 'a' %}", "lệnh «extends» không dùng được trong mẫu"),
    ("{% import 'a' as b %}", "lệnh «import» không dùng được trong mẫu"),
    ("{% raw %}", "khối «raw» mở ở đây mà không đóng; thiếu «endraw»"),
    ("{% endraw %}", "lệnh «endraw» không dùng được trong mẫu"),
    ("{% cellbg a %}", "thẻ {% cellbg %} phải nằm trong một ô của bảng"),
    ("{{ a|random }}", "không có bộ lọc «random»"),
    ("{{ a|uper }}", "không có bộ lọc «uper» (có phải «upper»?)"),
    ("{% if a is evn %}{% endif %}", "không có phép thử «evn» (có phải «even»?)"),
    ("{{ a.__class__ }}", "không được dùng «__class__» trong mẫu"),
    # Structure.
    ("{% if a %}b", "khối «if» mở ở đây mà không đóng; thiếu «endif»"),
    ("{% endfor %}", "«endfor» không có «for» nào đang mở"),
    ("{% else %}", "«else» đứng ngoài khối"),
    ("{% with a = 1 %}{% elif b %}{% endwith %}", "«elif» đứng ngoài khối"),
    ("{% if a %}{% else %}{% else %}{% endif %}", "«else» đứng sau «else» của cùng một khối"),
    ("{% for a in b %}{% if a %}{% endfor %}",
     "khối «if» mở ở đây mà không đóng; thiếu «endif»"),
    ("a {%p if b %}\n{%p endif %}",
     "thẻ {%p %} phải đứng một mình; phần đứng cạnh sẽ bị mất"),
    ("# {%tr if b %} ;; c\n# {%tr endif %}",
     "thẻ {%tr %} phải đứng một mình; phần đứng cạnh sẽ bị mất"),
    ("{%tr if b %}\n{%tr endif %}", "thẻ {%tr %} phải nằm trong bảng"),
    ("# {%p if a %}{%tr if b %}\nz", "không dùng lẫn thẻ p, tr, tc trong một đoạn"),
    ("{%p keep %}b", "thẻ {%p %} phải đứng một mình; phần đứng cạnh sẽ bị mất"),
    ("b{% keep %}", "lệnh «keep» phải đứng riêng một đoạn: {%p keep %}"),
    ("b{% include 'c' %}",
     "lệnh «include» phải đứng riêng một đoạn: {%p include \"blocks/….docx\" %} («c»)"),
    ("{%p include c %}",
     'lệnh «include» phải đứng riêng một đoạn: {%p include "blocks/….docx" %}'),
    ("{%p include 'c' %}", "không có khối dùng chung «c»"),
]  # fmt: skip


@pytest.mark.parametrize(("notation", "message"), ROWS, ids=[row[0][:40] for row in ROWS])
def test_fault_is_told_word_for_word(notation, message):
    first = problems(template(notation))[0]
    cell = ", bảng 1, hàng 1, ô 1" if notation.startswith("#") else ""
    assert first.startswith(f"mẫu · thân văn bản, đoạn 1{cell} · «")
    assert first.partition("»: ")[2] == message


NESTING = (
    "phải cùng chỗ với «if a» (đoạn 1): cùng trong một đoạn, hoặc mỗi thẻ đứng riêng thành một đoạn"
)


LINK = f"<w:hyperlink w:anchor='c'>{run('{% endif %}')}</w:hyperlink>"


@pytest.mark.parametrize(
    "notation",
    [
        "b{% if a %}c\n{% endif %}",
        "{% if a %}\nb{% endif %}c",
        "# {% if a %}b ;; c{% endif %}d",
        "{%p if a %}\n# {%p endif %}",
        "# {%tr if a %}\n{%p endif %}",
        "# {%tc if a %} ;; b\n# {%tc endif %}",
        "# {%p if a %} ;; {%p endif %}",
        f"<w:p>{run('b{% if a %}')}{LINK}</w:p>",
    ],
)
def test_block_that_would_break_the_xml_is_refused(notation):
    assert problems(template(notation))[0].endswith(f"«endif» {NESTING}")


def test_all_faults_come_at_once_in_the_order_of_the_document():
    source = template(
        "{{ x b }}\n{% if a %}c\n{{ d|nofilter }}\n{{ meeting.plac }}\n{% block a %}\n{{ membr }}",
        header1="{{ y.z }}",
    )
    assert problems(source, schema=SCHEMA, name="bien_ban.docx") == [
        "bien_ban.docx · thân văn bản, đoạn 1 · «{{ x b }}»: sai cú pháp gần «b»",
        "bien_ban.docx · thân văn bản, đoạn 2 · «{% if a %}c»: "
        "khối «if» mở ở đây mà không đóng; thiếu «endif»",
        "bien_ban.docx · thân văn bản, đoạn 2 · «{% if a %}c»: không có biến «a»",
        "bien_ban.docx · thân văn bản, đoạn 3 · «{{ d|nofilter }}»: không có bộ lọc «nofilter»",
        "bien_ban.docx · thân văn bản, đoạn 3 · «{{ d|nofilter }}»: không có biến «d»",
        "bien_ban.docx · thân văn bản, đoạn 4 · «{{ meeting.plac }}»: "
        "không có biến «meeting.plac» (có phải «meeting.place»?)",
        "bien_ban.docx · thân văn bản, đoạn 5 · «{% block a %}»: "
        "lệnh «block» không dùng được trong mẫu",
        "bien_ban.docx · thân văn bản, đoạn 6 · «{{ membr }}»: "
        "không có biến «membr» (có phải «members»?)",
        "bien_ban.docx · đầu trang, đoạn 1 · «{{ y.z }}»: không có biến «y»",
    ]


def test_empty_schema_knows_no_name():
    (told,) = problems(template("{{ year }}"), schema=[])
    assert told.endswith("không có biến «year»")


@pytest.mark.parametrize(
    ("notation", "message"),
    [
        ("{{ meeting.place }}{{ held_on.year }}{{ members[0].name }}", None),
        ("{% for m in members %}{{ m.name }}{{ loop.index }}{% endfor %}", None),
        ("{% for m in members|sort(attribute='name') %}{{ m.name }}{% endfor %}", None),
        ("{% set m = meeting %}{{ m.place.upper() }}", None),
        ("{{ members|map(attribute='name')|join }}{{ meeting['place'] }}", None),
        ("{{ members|map(attribute=0)|list|length }}", None),
        ("{% for member in members %}{{ membr.name }}{% endfor %}",
         "không có biến «membr» (có phải «member»?)"),
        ("{% for m in members %}{{ m.nam }}{% endfor %}",
         "không có biến «members.nam» (có phải «members.name»?)"),
        ("{{ members|map(attribute='nam')|join }}",
         "không có biến «members.nam» (có phải «members.name»?)"),
        ("{{ held_on.place }}", "không có biến «held_on.place»"),
        ("{{ loop.index }}", "không có biến «loop»"),
    ],
)  # fmt: skip
def test_names_are_held_against_a_schema(notation, message):
    source = template(notation)
    if message is None:
        compile_template(source, schema=SCHEMA)
    else:
        assert [text.partition("»: ")[2] for text in problems(source, schema=SCHEMA)] == [message]


@pytest.mark.parametrize(
    ("notation", "message"),
    [
        ("{{ membr }}", "không có biến «membr» (có phải «member»?)"),
        ("{{ member.titel }}", "không có trường «titel» (có phải «title»?)"),
        ("{{ member['titel'] }}", "không có trường «titel» (có phải «title»?)"),
        ("{{ member.title.x }}", "không có trường «x»"),
        ("{{ xs[5] }}", "danh sách không có phần tử số 5"),
        ("{{ membr|upper }}", "không có biến «membr» (có phải «member»?)"),
        ("{{ membr() }}", "không có biến «membr» (có phải «member»?)"),
        ("{% if membr %}{% endif %}", "không có biến «membr» (có phải «member»?)"),
        ("{% for m in membr %}{% endfor %}", "không có biến «membr» (có phải «member»?)"),
        ("{% for m in none %}{% endfor %}", "chỗ này cần một danh sách để lặp"),
        ("{% for m in no %}{% endfor %}", "chỗ này cần một danh sách để lặp"),
        ("{% if no %}{% elif membr %}{% endif %}", "không có biến «membr» (có phải «member»?)"),
        ("{{ xs.append(1) }}", "không được dùng «append» trong mẫu"),
        ("{{ member._x }}", "không có trường «_x»"),
        ("{{ xs._x }}", "không có trường «_x»"),
        ("{{ 'a'.encode() }}", "không được gọi «encode()» trong mẫu"),
        ("{{ '{:999}'.format(1) }}", "không dùng được dạng «999» trong mẫu"),
        ("{{ '%999d' % 1 }}", "không dùng được dạng «%999d» trong mẫu"),
        ("{{ 'a'.center(1001) }}", "không quá 1000 ký tự một dòng"),
        ("{{ 'a' * 99999 }}", "không được dùng phép «*» với giá trị này trong mẫu"),
        (
            "{{ 'a' + none }}",
            "không tính được biểu thức này "
            '(TypeError: can only concatenate str (not "NoneType") to str)',
        ),
        ("{{ 1 / no }}", "không tính được biểu thức này: chia cho 0"),
        ("{% for x in xs %}{{ loop.idx }}{% endfor %}", "không có trường «idx» (có phải «index»?)"),
        (
            "{% for x in xs %}{{ loop.nextitm }}{% endfor %}",
            "không có trường «nextitm» (có phải «nextitem»?)",
        ),
        (
            "{% for x in xs %}{{ loop.previtem.a }}{% endfor %}",
            "vòng lặp đang ở phần tử đầu, không có phần tử liền trước",
        ),
        (
            "{% for x in xs %}{{ loop.nextitem.a }}{% endfor %}",
            "vòng lặp đang ở phần tử cuối, không có phần tử liền sau",
        ),
    ],
)
def test_fault_at_render_names_the_tag(notation, message):
    source = template(f"a\n{{%p if yes %}}\n{notation}\n{{%p endif %}}")
    context = {"member": {"title": "t"}, "xs": [1], "yes": True, "no": 0}
    for given in (context, trace(context)):
        (told,) = faults(source, given)
        assert told.startswith("mẫu · thân văn bản, đoạn 3 · «")
        assert told.partition("»: ")[2] == message


NO_A, NO_B, NO_X = (f"không có biến «{name}»" for name in "abx")
LIST = (
    "danh sách này gồm bản ghi hoặc danh sách khác, không in ra thành chữ được; "
    "hãy lặp qua nó bằng {% for … %}"
)
RECORD = "đây là một bản ghi, không in ra thành chữ được; hãy viết tên một trường của nó"
ZERO = "không tính được biểu thức này: chia cho 0"
AT_ONCE = [
    ("{{ a }}\n{{ b.c }}\n{{ m.name }}\n{{ x|upper }}", [NO_A, NO_B, NO_X]),
    ("{{ a ~ b }}{{ 1 + x }}{{ a[0]() }}", [NO_A, NO_B, NO_X, NO_A]),
    ("{% for r in a %}{{ r }}{% endfor %}{{ b }}", [NO_A, NO_B]),
    ("{% for r in rows %}{{ r.x }}{% endfor %}{{ b }}", ["không có trường «x»", NO_B]),
    ("{{ rows }}{{ b }}{{ m }}", [LIST, NO_B, RECORD]),
    ("{{ rows[9] }}{{ b|default(1) }}{{ x }}", ["danh sách không có phần tử số 9", NO_X]),
    ("{{ m.name.go() }}{{ b }}", ["không có trường «go»", NO_B]),
    ("{{ m.name|sum }}{{ b }}", [
        "không tính được biểu thức này (TypeError: unsupported operand type(s) for +: "
        "'int' and 'str')", NO_B,
    ]),
    ("{% set y = a.c %}{{ y.d }}{{ b }}", [NO_A, NO_B]),
    ("{% macro f(v) %}{{ v|default }}{{ b }}{% endmacro %}{{ f(a) }}{{ x }}", [NO_B, NO_X]),
    ("# {%tr for r in rows %}\n# {{ r.x }}\n# {%tr endfor %}\n{{ b }}",
     ["không có trường «x»", NO_B]),
    # What cannot be computed is a fault like any other.
    ("{{ 1 / no }}{{ b }}", [ZERO, NO_B]),
    ("{{ x }}{% set y = 1 / no %}{{ y }}{{ b }}", [NO_X, ZERO, NO_B]),
    ("{{ 7 // no }}{{ 7 % no }}{{ b }}", [ZERO, ZERO, NO_B]),
    ("{% for r in rows %}{{ r.n / no }}{{ r.x }}{% endfor %}{{ b }}",
     [ZERO, "không có trường «x»", NO_B]),
    ("{{ -m.name }}{{ 2 - m.name }}{{ b }}", [
        "không tính được biểu thức này (TypeError: bad operand type for unary -: 'str')",
        "không tính được biểu thức này (TypeError: unsupported operand type(s) for -: "
        "'int' and 'str')", NO_B,
    ]),
    ("{{ 5 is divisibleby no }}{{ b }}", [ZERO, NO_B]),
    # What decides the way ends the search: behind it nothing is sure.
    ("{{ x }}{% if a %}1{% else %}{{ b }}{% endif %}{{ b }}", [NO_X, NO_A]),
    ("{{ x }}{% set y = 1 if a == 2 else b %}{{ b }}", [NO_X, NO_A]),
    ("{{ x }}{% if 1 > 'a' %}1{% endif %}{{ b }}", [
        NO_X, "không tính được biểu thức này (TypeError: '>' not supported between instances of "
        "'int' and 'str')",
    ]),
    ("{{ x }}{% if 5 is divisibleby no %}1{% endif %}{{ b }}", [NO_X, ZERO]),
]  # fmt: skip


@pytest.mark.parametrize(("notation", "messages"), AT_ONCE, ids=[row[0][:40] for row in AT_ONCE])
def test_faults_at_render_come_at_once(notation, messages):
    context = {"m": {"name": "t"}, "rows": [{"n": 1}, {"n": 2}], "no": 0}
    told = faults(template(notation, header1="{{ h }}"), context)
    assert [text.partition("»: ")[2] for text in told] == [*messages, "không có biến «h»"]


def test_unknown_name_is_a_fault_in_any_filter():
    source = compile_template(template("{{ nope|own }}"), filters={"own": lambda value: "x"})
    with pytest.raises(TemplateError, match="không có biến «nope»"):
        source.render({})


def test_faults_at_render_are_told_for_every_part():
    source = template("{{ a }}", header1="{{ b }}", header2="{{ c }}")
    assert [text.partition(" · «")[0] for text in faults(source, {})] == [
        "mẫu · thân văn bản, đoạn 1", "mẫu · đầu trang 1, đoạn 1", "mẫu · đầu trang 2, đoạn 1",
    ]  # fmt: skip


def shape(*texts: str) -> str:
    """A paragraph with a text box for each notation, as Word writes it: for new readers and old."""
    boxes = [f"<w:txbxContent>{content(text)}</w:txbxContent>" for text in texts]
    new = "".join(f"<w:drawing/><wps:txbx>{box}</wps:txbx>" for box in boxes)
    old = "".join(f"<w:pict>{box}</w:pict>" for box in boxes)
    return (
        f"<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'>{new}</mc:Choice>"
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )


def sdt(xml: str) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{xml}</w:sdtContent></w:sdt>"


BOX = shape("b\n{{ x", "c\n# d ;; {{ x")
NESTED = f"# a ;; b\n# c ;; d / {content('# e ;; {{ x').replace(chr(10), '')} / f\n{{{{ x"
PLACES = [
    ("{%p if a %}\nb\n{%p endif %}\n{{ x", {}, ["thân văn bản, đoạn 4"]),
    ("# a / b ;; c\n# d ;; {{ x\ne\n# {{ x\n{{ x", {}, [
        "thân văn bản, đoạn 5, bảng 1, hàng 2, ô 2",
        "thân văn bản, đoạn 7, bảng 2, hàng 1, ô 1",
        "thân văn bản, đoạn 8",
    ]),
    (NESTED, {}, [
        "thân văn bản, đoạn 6, bảng 1, hàng 2, ô 2 › bảng 1, hàng 1, ô 2",
        "thân văn bản, đoạn 8",
    ]),
    (f"a\n{BOX}\n{BOX}\n{{{{ x", {}, [
        "thân văn bản · hộp chữ 1, đoạn 2",
        "thân văn bản · hộp chữ 2, đoạn 3, bảng 1, hàng 1, ô 2",
        "thân văn bản · hộp chữ 3, đoạn 2",
        "thân văn bản · hộp chữ 4, đoạn 3, bảng 1, hàng 1, ô 2",
        "thân văn bản, đoạn 4",
    ]),
    (f"# a ;; {BOX} / {{{{ x", {}, [
        "thân văn bản · hộp chữ 1, đoạn 2",
        "thân văn bản · hộp chữ 2, đoạn 3, bảng 1, hàng 1, ô 2",
        "thân văn bản, đoạn 3, bảng 1, hàng 1, ô 2",
    ]),
    (f"{sdt(content('a' + chr(10) + '# b'))}\n{sdt(content('{{ x'))}\n{{{{ x", {}, [
        "thân văn bản, đoạn 3", "thân văn bản, đoạn 4",
    ]),
    (f"{referring('footnote', 2, 1)}\n# a ;; {referring('footnote', 3)}",
     {"footnotes": notes("footnote", "b\n{{ x", "a", "# {{ x")}, [
        "cước chú 2, đoạn 2", "cước chú 3, đoạn 1, bảng 1, hàng 1, ô 1",
    ]),
    (f"{referring('footnote', 1)}{referring('endnote', 1)}", {
        "footnotes": notes("footnote", "a"), "endnotes": notes("endnote", "{{ x"),
        "header1": "a\n# b\n{{ x", "footer1": "{{ x",
    }, ["đầu trang, đoạn 3", "chân trang, đoạn 1", "chú thích cuối 1, đoạn 1"]),
    ("<w:p><m:oMath><m:r><m:t>{{ x</m:t></m:r></m:oMath></w:p>", {}, ["thân văn bản, đoạn 1"]),
]  # fmt: skip


@pytest.mark.parametrize(("notation", "parts", "places"), PLACES)
def test_places_are_counted_as_in_word(notation, parts, places):
    with pytest.raises(TemplateError) as caught:
        compile_template(template(notation, **parts))
    found = [problem.place for problem in caught.value.problems]
    assert sorted(found) == sorted(f"mẫu · {place}" for place in places)


POINTED = [
    ("Đồng chí {{ membr.name }}, {{ b }}", "membr"),
    ("{{ members[0].nam }}", "nam"),
    ("{% for m in members %}{{ m.name + m.nam }}{% endfor %}", "nam"),
    ("{{ held_on|ngay|uper }}", "uper"),
    ("{% if held_on is evn %}{% endif %}", "evn"),
    ("a {{ held_on b }} c", "b"),
    ("{{ held_on + }}", "{{ held_on + }}"),
    ("{% if held_on %}", "if"),
    ("a{% endfor %}", "endfor"),
    ("a {%p if held_on %}\n{%p endif %}", "{%p if held_on %}"),
    ("Bí thư\u0301 {{ membr }}", "membr"),
    ("a {{ held_on", "{{"),
]


@pytest.mark.parametrize(("notation", "words"), POINTED, ids=[row[0] for row in POINTED])
def test_faulty_words_are_pointed_at(notation, words):
    with pytest.raises(TemplateError) as caught:
        compile_template(template(notation), schema=SCHEMA, filters={"ngay": str})
    problem = caught.value.problems[0]
    start, end = problem.columns
    assert problem.snippet[start:end] == words
    line, quoted, carets = problem.pointed().splitlines()
    assert (line, quoted) == (str(problem), f"    {problem.snippet}")
    marks = sum(map(bool, map(combining, quoted)))
    assert carets.strip() == "^" * len(words)
    assert carets.index("^") == quoted.index(words, start) - marks


def test_fault_at_render_is_pointed_at():
    with pytest.raises(TemplateError) as caught:
        compile_template(template("# a ;; b {{ m.nam }}")).render({"m": {"name": "x"}})
    (problem,) = caught.value.problems
    assert problem.pointed().splitlines() == [
        "mẫu · thân văn bản, đoạn 2, bảng 1, hàng 1, ô 2 · «b {{ m.nam }}»: "
        "không có trường «nam» (có phải «name»?)",
        "    b {{ m.nam }}",
        "           ^^^",
    ]


@pytest.mark.parametrize(
    "xml",
    [
        "<w:p><m:oMath><m:r><m:t>{{ x }}</m:t></m:r></m:oMath></w:p>",
        "<w:p><w:r><w:instrText>IF {{ x }}</w:instrText></w:r></w:p>",
        "<w:p><w:r><w:drawing><a:p><a:r><a:t>{{ x }}</a:t></a:r></a:p></w:drawing></w:r></w:p>",
    ],
)
def test_tag_where_it_would_never_run_is_told(xml):
    (told,) = problems(template(xml))
    assert told.endswith("thẻ đứng ở chỗ không dùng được (công thức, mã trường hoặc hình vẽ)")


@pytest.mark.parametrize(
    "beside",
    [
        "<w:r><w:drawing/></w:r>",
        "<w:r><w:footnoteReference w:id='1'/></w:r>",
        "<w:r><w:br w:type='page'/></w:r>",
        "<w:r><w:sym w:char='F0E0'/></w:r>",
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r>",
    ],
)
def test_what_stands_beside_a_lifted_tag_is_never_lost(beside):
    tag = run("{%p if a %}")
    (told, *_) = problems(template(f"<w:p>{tag}{beside}</w:p>\n{{%p endif %}}"))
    assert told.endswith("thẻ {%p %} phải đứng một mình; phần đứng cạnh sẽ bị mất")


def test_text_that_word_would_not_show_is_refused():
    source = template("<w:p>{{ x }}<w:r>lost</w:r></w:p>\n{{ x }}")
    assert problems(source) == [
        "mẫu · thân văn bản · «{{ x }}»: chữ này đứng ở chỗ Word không hiện ra"
    ]


BLOCK = template("{{ z|nofilter }}\n{%p if x %}\n{{ x.y }}\n{%p endif %}")


def test_faults_of_a_block_are_counted_in_the_block():
    source = template("a\n{%p include 'b.docx' %}\n{%p include 'b.docx' %}\n{{ c|nofilter }}")
    assert problems(source, blocks={"b.docx": BLOCK}.__getitem__) == [
        "b.docx · thân văn bản, đoạn 1 · «{{ z|nofilter }}»: không có bộ lọc «nofilter»",
        "mẫu · thân văn bản, đoạn 4 · «{{ c|nofilter }}»: không có bộ lọc «nofilter»",
    ]


@pytest.mark.parametrize(
    ("block", "message"),
    [
        (template("{%p include 'b' %}"), "khối dùng chung «b» gọi lại chính nó"),
        (b"", "tệp không phải là văn bản Word (.docx) hoặc đã hỏng"),
        (package({"a": "b"}), "tệp không có phần thân văn bản Word"),
        (template("<w:p><w:r><w:footnoteReference w:id='1'/></w:r></w:p>"),
         "văn bản chèn vào có cước chú hỏng"),
        (template("<w:p><w:hyperlink r:id='rId1'/></w:p>"),
         "văn bản chèn vào có liên kết hỏng"),
    ],
)  # fmt: skip
def test_block_that_cannot_be_used_is_told(block, message):
    (told,) = problems(template("{%p include 'b' %}"), blocks={"b": block}.__getitem__)
    assert told.rpartition(": ")[2] == message


def test_every_part_of_the_engine_reads_an_include_alike():
    scanner = Scanner([])
    for text in ("include 'a'", 'include "a" ', "include “a”"):
        tag = scanner._tag(f"{{% {text} %}}", None, None)
        assert include_name(tag) == "a"


def test_template_without_tags_is_copied():
    source = template("a")
    assert files(compile_template(source).render({})) == files(source)

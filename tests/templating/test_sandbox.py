"""Sandbox: known ways out of Jinja, all refused; what cannot end or grows without end, too."""

from __future__ import annotations

import pytest

from docgen.templating import TemplateError, compile_template
from parts import template

CLIMBS = [
    "{{ ''.__class__ }}",
    "{{ ''['__class__'] }}",
    "{{ ''|attr('__class__') }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ ''.__class__.__base__.__subclasses__()[40]('/etc/passwd').read() }}",
    "{{ ().__class__.__bases__[0].__subclasses__() }}",
    "{{ [].__class__.__mro__[-1] }}",
    "{{ {}.__class__ }}",
    "{{ d.__class__ }}",
    "{{ d['__class__'] }}",
    "{{ d.__init__.__globals__ }}",
    "{{ d.get.__self__ }}",
    "{{ x['__cla' ~ 'ss__'] }}",
    "{{ x['\\x5f\\x5fclass\\x5f\\x5f'] }}",
    "{{ x[['__cl', 'ass__']|join] }}",
    "{{ x[('a__cl' ~ 'ass__')[1:]] }}",
    "{{ [x]|map(attribute='__class__')|join }}",
    "{{ [x]|map('attr', '__class__')|join }}",
    "{{ [x]|selectattr('__class__')|list|length }}",
    "{{ [x]|sort(attribute='__class__')|first }}",
    "{{ [x]|groupby('__class__')|first }}",
    "{{ [x]|sum('__class__') }}",
    "{{ '{0.__class__}'.format(x) }}",
    "{{ '{0.__class__.__mro__}'.format_map(d) }}",
    "{{ ('{0.__cl' ~ 'ass__}').format(x) }}",
    "{{ '%s'|format(x.__class__) }}",
    "{{ [x]|map('format', x)|join }}",
    "{{ self.__init__.__globals__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ config.__class__ }}",
    "{{ request.application.__globals__ }}",
    "{{ url_for.__globals__ }}",
    "{{ get_flashed_messages.__globals__ }}",
    "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ joiner.__init__.__globals__ }}",
    "{{ namespace.__init__.__globals__ }}",
    "{{ range.__class__ }}",
    "{{ dict.__class__ }}",
    "{% set ns = namespace(a=1) %}{{ ns.a }}",
    "{% for a in x.__class__.__mro__ %}{{ a }}{% endfor %}",
    "{% for a in xs %}{{ loop.__class__ }}{% endfor %}",
    "{% for a in xs %}{{ loop._iterable }}{% endfor %}",
    "{% for a in xs %}{{ loop._length }}{% endfor %}",
    "{% for a in xs recursive %}{{ loop(xs) }}{% endfor %}",
    "{% if ''.__class__ %}{% endif %}a",
    "{% if x is callable('') %}a{% endif %}{{ x.__call__ }}",
    "{% with a = x.__class__ %}{{ a }}{% endwith %}",
    "{% set a = x.__class__ %}{{ a }}",
    "{% set a %}{{ x.__class__ }}{% endset %}",
    "{% macro m() %}{{ caller.__globals__ }}{% endmacro %}{{ m() }}",
    "{% call x() %}{% endcall %}",
    "{% filter attr('__class__') %}{% endfilter %}",
    "{% import 'os' as os %}{{ os.popen('id') }}",
    "{% from 'os' import popen %}",
    "{% include '/etc/passwd' %}",
    "{% extends '/etc/passwd' %}",
    "{% block a %}{% endblock %}",
    "{% raw %}{{ x }}{% endraw %}",
    "{% autoescape false %}{{ x }}{% endautoescape %}",
    "{% do xs.append(1) %}",
    "{% debug %}",
    "{{ xs.append(1) }}",
    "{{ xs.clear() }}",
    "{{ d.update(a=1) }}",
    "{{ d.pop('a') }}",
    "{{ d.setdefault('b', 1) }}",
    "{{ xs.sort() }}",
    "{{ x.encode() }}",
    "{{ x.join(xs) }}",
    "{{ x.translate(d) }}",
    "{{ f() }}",
    "{{ f(x) }}",
    "{{ d.f() }}",
    "{{ f.__globals__ }}",
    "{{ f.__code__.co_consts }}",
    "{{ o.method() }}",
    "{{ o.upper() }}",
    "{{ o.method.__func__.__globals__ }}",
    "{{ g.gi_frame.f_globals }}",
    "{{ xs|map('f')|list|length }}",
    "{{ x|xmlattr }}",
    "{{ x|safe }}",
    "{{ x|e }}",
    "{{ x|forceescape }}",
    "{{ x|pprint }}",
    "{{ x|tojson }}",
    "{{ x|urlize }}",
    "{{ x|string }}",
    "{{ x|random }}",
    "{{ x|wordwrap(1) }}",
    "{{ x|indent(9999999) }}",
    "{{ x|center(999999999) }}",
]

GROWTH = [
    "{{ 'a' * 1000000000 }}",
    "{{ 1000000000 * 'a' }}",
    "{{ ([1] * 100000000)|length }}",
    "{{ ('a' * 9999 * 9999)|length }}",
    "{{ 9 ** 9 ** 9 ** 9 }}",
    "{{ 10 ** 1000000 }}",
    "{{ (2 ** 64) ** 64 ** 2 }}",
    "{{ '%999999999d' % 1 }}",
    "{{ '%999999999s' % x }}",
    "{{ x.ljust(999999999) }}",
    "{{ x.zfill(999999999) }}",
    "{{ x.center(999999999) }}",
    "{{ x.expandtabs(999999999) }}",
    "{{ '{:999999999}'.format(1) }}",
    "{{ x|replace('', 'a' * 9999)|replace('a', 'a' * 9999) }}",
    "{{ range(999999999)|list|length }}",
    "{{ [1]|batch(999999999, 1)|list|length }}",
    "{{ [1]|slice(999999999)|list|length }}",
    "{% for i in range(999999999) %}{% endfor %}a",
    "{% set a = 'aaaaaaaa' %}" + "{% set a = a ~ a %}" * 40 + "{{ a }}",
    "{% set a = 'aaaaaaaa' %}" + "{% set a = a + a %}" * 40 + "{{ a }}",
    "{% set a = 999999999 %}" + "{% set a = a * a %}" * 40 + "{{ a }}",
    "{% set a = [1] %}" + "{% set a = a + a %}" * 40 + "{{ a|length }}",
    "{% set a = [x] %}" + "{% set a = [a, a] %}" * 40 + "{{ a|join }}",
    "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
    "{{ x" + "|upper" * 5000 + " }}",
    "{{ " + "9" * 5000 + " }}",
    "{% for a in xs %}" * 30 + "{% endfor %}" * 30,
]


class Thing:
    secret = "s3cret"

    def method(self):
        return self.secret

    upper = method


@pytest.mark.parametrize("source", [*CLIMBS, *GROWTH], ids=lambda source: source[:60])
def test_way_out_is_refused(source):
    context = {
        "x": "text", "xs": [1, 2], "d": {"a": 1, "f": len}, "f": test_way_out_is_refused,
        "o": Thing(), "g": (i for i in "a"),
    }  # fmt: skip
    with pytest.raises(TemplateError):
        compile_template(template(source)).render(context)
    assert (context["xs"], context["d"]) == ([1, 2], {"a": 1, "f": len})

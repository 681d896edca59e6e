"""Records to something a person or a program reads: the terminal, a page, CoNLL-U."""

from ujar.render.conllu import render_conllu
from ujar.render.html import render_page
from ujar.render.terminal import render_article, render_record

__all__ = ["render_article", "render_conllu", "render_page", "render_record"]

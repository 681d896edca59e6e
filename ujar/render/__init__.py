"""Records to something a person or a program reads: the terminal, a page, CoNLL-U."""

from ujar.render.conllu import conllu
from ujar.render.html import html_page
from ujar.render.outline import Entry, Speaker, outline
from ujar.render.terminal import print_article, print_record

__all__ = ["Entry", "Speaker", "conllu", "html_page", "outline", "print_article", "print_record"]

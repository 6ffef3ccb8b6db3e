"""The roster on paper: PDF/UA-1 through the Typst templates in `resources/templates`.

Python decides what stands where and in which words; the templates decide how it looks.
"""

from clubhub.formats.roster_pdf.printing import roster_pages, roster_pdf
from clubhub.formats.roster_pdf.typesetting import PdfResult

__all__ = ["PdfResult", "roster_pages", "roster_pdf"]

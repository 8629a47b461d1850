package dev.makegood.sites;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads one sitemap, without DTD and entities: each URL that it lists goes to the listener. */
final class SitemapParser {

    private static final int DEPTH_MAX = 32;
    private static final int LOC_DEPTH = 3;
    private static final int LOC_CHARACTERS_MAX = 2_048;

    private final SitemapListener listener;
    private final StringBuilder loc = new StringBuilder();
    private int depth;
    private boolean isIndex;
    private boolean inLoc;

    private SitemapParser(SitemapListener listener) {
        this.listener = listener;
    }

    /** Receives what a sitemap lists. */
    interface SitemapListener {

        void onPage(String url) throws IOException;

        void onSitemap(String url) throws IOException;
    }

    /**
     * Reads it to its end.
     *
     * @throws UnmeasurableSite if it is not a sitemap, or holds what a sitemap does not need
     */
    static void parse(InputStream body, SitemapListener listener) throws IOException {
        try {
            var reader = xmlInputFactory().createXMLStreamReader(body);
            var parser = new SitemapParser(listener);
            while (reader.hasNext()) {
                parser.handleToken(reader.next(), reader);
            }
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof IOException broken ? broken
                    : new UnmeasurableSite("its sitemap is not XML, or is cut off");
        }
    }

    private static XMLInputFactory xmlInputFactory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory;
    }

    private void handleToken(int kind, XMLStreamReader reader) throws IOException {
        switch (kind) {
            case XMLStreamConstants.START_ELEMENT -> startElement(reader.getLocalName());
            case XMLStreamConstants.END_ELEMENT -> endElement();
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> appendText(reader);
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new UnmeasurableSite("its sitemap has a DTD or entities");
            default -> { /* comments and the like say nothing of pages */ }
        }
    }

    private void startElement(String name) throws UnmeasurableSite {
        depth++;
        if (depth > DEPTH_MAX) {
            throw new UnmeasurableSite("its sitemap is nested too deep");
        }
        if (depth == 1) {
            isIndex = isSitemapIndex(name);
        }
        inLoc = depth == LOC_DEPTH && name.equals("loc");
        loc.setLength(0);
    }

    private static boolean isSitemapIndex(String root) throws UnmeasurableSite {
        return switch (root) {
            case "sitemapindex" -> true;
            case "urlset" -> false;
            default -> throw new UnmeasurableSite("the file is not a sitemap");
        };
    }

    private void appendText(XMLStreamReader reader) throws UnmeasurableSite {
        if (inLoc) {
            if (loc.length() + reader.getTextLength() > LOC_CHARACTERS_MAX) {
                throw new UnmeasurableSite(
                        "its sitemap has a URL of more than " + LOC_CHARACTERS_MAX + " characters");
            }
            loc.append(reader.getTextCharacters(), reader.getTextStart(),
                    reader.getTextLength());
        }
    }

    private void endElement() throws IOException {
        depth--;
        if (inLoc) {
            inLoc = false;
            notifyListener(loc.toString().strip());
        }
    }

    private void notifyListener(String url) throws IOException {
        if (isIndex) {
            listener.onSitemap(url);
        } else {
            listener.onPage(url);
        }
    }
}

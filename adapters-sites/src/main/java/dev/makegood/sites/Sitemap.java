package dev.makegood.sites;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads one sitemap, without DTD and entities: what it lists goes to whoever listens, address by address. */
final class Sitemap {

    private static final int DEPTH_MAX = 32;
    private static final int DEPTH_OF_ADDRESSES = 3;
    private static final int ADDRESS_CHARACTERS_MAX = 2_048;

    private final Listener listener;
    private final StringBuilder address = new StringBuilder();
    private int depth;
    private boolean ofSitemaps;
    private boolean inAddress;

    private Sitemap(Listener listener) {
        this.listener = listener;
    }

    /** Whoever hears what a sitemap lists. */
    interface Listener {

        void page(String address) throws IOException;

        void sitemap(String address) throws IOException;
    }

    /**
     * Reads it to its end.
     *
     * @throws Unmeasured if it is none, or holds what a sitemap does not need
     */
    static void read(InputStream body, Listener listener) throws IOException {
        try {
            var reader = factory().createXMLStreamReader(body);
            var sitemap = new Sitemap(listener);
            while (reader.hasNext()) {
                sitemap.next(reader.next(), reader);
            }
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof IOException broken ? broken
                    : new Unmeasured("its sitemap is no XML, or not all of it");
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory;
    }

    private void next(int kind, XMLStreamReader reader) throws IOException {
        switch (kind) {
            case XMLStreamConstants.START_ELEMENT -> begin(reader.getLocalName());
            case XMLStreamConstants.END_ELEMENT -> end();
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(reader);
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new Unmeasured("its sitemap has a DTD or entities");
            default -> { /* comments and the like say nothing of pages */ }
        }
    }

    private void begin(String name) throws Unmeasured {
        depth++;
        if (depth > DEPTH_MAX) {
            throw new Unmeasured("its sitemap is nested too deep");
        }
        if (depth == 1) {
            ofSitemaps = ofSitemaps(name);
        }
        inAddress = depth == DEPTH_OF_ADDRESSES && name.equals("loc");
        address.setLength(0);
    }

    private static boolean ofSitemaps(String root) throws Unmeasured {
        return switch (root) {
            case "sitemapindex" -> true;
            case "urlset" -> false;
            default -> throw new Unmeasured("what stands there is no sitemap");
        };
    }

    private void text(XMLStreamReader reader) throws Unmeasured {
        if (inAddress) {
            if (address.length() + reader.getTextLength() > ADDRESS_CHARACTERS_MAX) {
                throw new Unmeasured("its sitemap has an address that is too long");
            }
            address.append(reader.getTextCharacters(), reader.getTextStart(),
                    reader.getTextLength());
        }
    }

    private void end() throws IOException {
        depth--;
        if (inAddress) {
            inAddress = false;
            tell(address.toString().strip());
        }
    }

    private void tell(String found) throws IOException {
        if (ofSitemaps) {
            listener.sitemap(found);
        } else {
            listener.page(found);
        }
    }
}

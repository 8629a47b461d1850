package dev.makegood.payment;

import java.util.List;
import java.util.Map;

/**
 * Reads a gateway's notices: a notice is a hint, and believed only after its proof.
 *
 * <p>Called outside any unit of work, with the bytes as they came; verifies before it parses.
 */
public interface NoticeReader {

    /**
     * Reads a notice.
     *
     * @param headers by their names in lower case
     * @param address whom it came from, as far as that is known
     */
    Reading read(byte[] body, Map<String, String> headers, String address);

    /** What a notice is. */
    sealed interface Reading {}

    /**
     * It is proved, by its signature or because the object was read back.
     *
     * @param notice what the gateway calls the notice, so that it has its effect once
     * @param about what the gateway calls what it is about, the surest name first
     */
    record Believed(GatewayRef notice, List<GatewayRef> about, List<GatewayReport> reports)
            implements Reading {

        public Believed {
            about = List.copyOf(about);
            reports = List.copyOf(reports);
        }
    }

    /** It is proved and has nothing to do with us: answered kindly, so that it does not come again. */
    record Irrelevant(String why) implements Reading {}

    /** Its proof is wrong or missing; why, without secrets. */
    record Forged(String why) implements Reading {}

    /** Its proof could not be had now; it should come again. */
    record Unproved(String why) implements Reading {}
}

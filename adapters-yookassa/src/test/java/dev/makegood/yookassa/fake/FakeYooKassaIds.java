package dev.makegood.yookassa.fake;

import java.time.Instant;

/** Ids as they look: like a UUID, and none. The time goes in, so that a fake started again makes others. */
final class FakeYooKassaIds {

    private long count;

    synchronized String next(Instant now) {
        count++;
        return "%08x-000f-5000-%04x-%012x".formatted(now.getEpochSecond() & 0xffff_ffffL,
                0x8000 | (now.getNano() / 1000 & 0x3fff), count);
    }
}

package dev.makegood.yookassa.fake;

import java.security.SecureRandom;
import java.time.Instant;

/** Ids as they look: like a UUID, and none; never one twice, also when the fake is started again. */
final class FakeYooKassaIds {

    private final SecureRandom random = new SecureRandom();

    String next(Instant now) {
        return "%08x-000f-5000-%04x-%012x".formatted(now.getEpochSecond() & 0xffff_ffffL,
                0x8000 | random.nextInt(0x4000), random.nextLong() & 0xffff_ffff_ffffL);
    }
}

package dev.makegood.customer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import java.util.zip.CRC32;

/** Identifies one customer: the owner of a wallet and of projects. */
public record CustomerId(UUID value) {

    private static final int SYSTEM_ACCOUNTS = 256;

    /**
     * The first of the system accounts: they own what belongs to no customer, such as API keys, prices and notices
     * that match no payment.
     */
    public static final CustomerId SYSTEM_ACCOUNT = systemAccount(0);

    public static final CustomerId LAST_SYSTEM_ACCOUNT = systemAccount(SYSTEM_ACCOUNTS - 1);

    private static CustomerId systemAccount(int number) {
        return new CustomerId(new UUID(0, number));
    }

    /**
     * The system account of what is written about this: always the same one, and most often another than that of
     * something else, so that the two writes do not wait for each other.
     */
    public static CustomerId systemAccountFor(String about) {
        var checksum = new CRC32();
        checksum.update(about.getBytes(UTF_8));
        return systemAccount((int) (checksum.getValue() % SYSTEM_ACCOUNTS));
    }

    public boolean isSystemAccount() {
        return value.getMostSignificantBits() == 0
                && value.getLeastSignificantBits() >= 0
                && value.getLeastSignificantBits() < SYSTEM_ACCOUNTS;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

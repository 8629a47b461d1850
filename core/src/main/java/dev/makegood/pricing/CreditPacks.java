package dev.makegood.pricing;

import java.util.List;
import java.util.Optional;

/**
 * The credit packs for sale; they belong to no customer, and are read and written outside units of
 * work.
 */
public interface CreditPacks {

    Optional<CreditPack> find(String name);

    /** All packs, the smallest first. */
    List<CreditPack> all();

    /**
     * Puts a pack up for sale, or replaces the one of the same name; what was bought before stays
     * as it was.
     */
    void save(CreditPack pack);
}

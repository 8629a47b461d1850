package dev.makegood.explorer;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** The small worlds that are explored, and what can be done in each. */
enum Scope {

    PROJECT {

        @Override
        Explorer<?> in(Supplier<Place> places, Consumer<SmallWorld> end) {
            return new Explorer<>(() -> new ProjectWorld(places.get()), ProjectWorld.DEEDS, end);
        }
    },
    WALLET {

        @Override
        Explorer<?> in(Supplier<Place> places, Consumer<SmallWorld> end) {
            return new Explorer<>(() -> new WalletWorld(places.get()), WalletWorld.DEEDS, end);
        }
    },
    PAID_WORK {

        @Override
        Explorer<?> in(Supplier<Place> places, Consumer<SmallWorld> end) {
            return new Explorer<>(() -> new PaidWorkWorld(places.get()), PaidWorkWorld.DEEDS, end);
        }
    };

    Explorer<?> inMemory() {
        return in(Place::inMemory, world -> {});
    }

    /** Explores worlds that are made in these places; {@code end} is given each when everything added up. */
    abstract Explorer<?> in(Supplier<Place> places, Consumer<SmallWorld> end);
}

package dev.makegood.explorer;

/** A world small enough that every order of its deeds can be tried. */
interface SmallWorld {

    /** Lets the process of this world end before, or after, the next so many steps are durable. */
    void crashAfter(int steps, boolean afterwards);

    /** Runs what is left to do until nothing is, and says what does not add up. */
    void drainAndCheck();
}

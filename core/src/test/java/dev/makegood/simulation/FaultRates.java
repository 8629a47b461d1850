package dev.makegood.simulation;

/** How bad things are, in percent; drawn once for a simulation, and calm at its end. */
final class FaultRates {

    final int reportsLost;
    final int reportsDoubled;
    final int reportsWrong;
    final int answersLost;
    final int crashes;

    private FaultRates(int lost, int doubled, int wrong, int answersLost, int crashes) {
        this.reportsLost = lost;
        this.reportsDoubled = doubled;
        this.reportsWrong = wrong;
        this.answersLost = answersLost;
        this.crashes = crashes;
    }

    static FaultRates draw(Dice dice) {
        return new FaultRates(dice.upTo(30), dice.upTo(20), dice.upTo(5), dice.upTo(40),
                dice.upTo(15));
    }

    static FaultRates calm() {
        return new FaultRates(0, 0, 0, 0, 0);
    }
}

package dev.makegood.simulation;

/** How bad things are, in percent; drawn once for a simulation, and calm at its end. */
final class Weather {

    final int reportsLost;
    final int reportsDoubled;
    final int reportsWrong;
    final int answersLost;
    final int crashes;

    private Weather(int lost, int doubled, int wrong, int answersLost, int crashes) {
        this.reportsLost = lost;
        this.reportsDoubled = doubled;
        this.reportsWrong = wrong;
        this.answersLost = answersLost;
        this.crashes = crashes;
    }

    static Weather drawn(Dice dice) {
        return new Weather(dice.upTo(30), dice.upTo(20), dice.upTo(5), dice.upTo(40),
                dice.upTo(15));
    }

    static Weather calm() {
        return new Weather(0, 0, 0, 0, 0);
    }
}

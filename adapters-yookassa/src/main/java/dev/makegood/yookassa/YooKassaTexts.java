package dev.makegood.yookassa;

/** Texts of limited length. */
final class YooKassaTexts {

    private YooKassaTexts() {}

    /** At most so many characters of it, and never half of one. */
    static String truncate(String text, int charactersMax) {
        if (text.length() <= charactersMax) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(charactersMax - 1))
                ? charactersMax - 1
                : charactersMax;
        return text.substring(0, end);
    }
}

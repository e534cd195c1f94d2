package dev.opsdk.core.internal;

/** What several look for in a text, or do to it. */
public final class Texts {
    private Texts() {}

    /**
     * Whether it holds a control character. A loop, because each call begins with a name: a stream takes as much memory as reading a
     * small answer.
     *
     * @param text any text
     * @return true if it does
     */
    public static boolean holdsControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Cuts what is too long for a message. */
    static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + " ... (cut)";
    }
}

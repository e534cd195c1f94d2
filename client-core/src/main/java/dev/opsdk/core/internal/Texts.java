package dev.opsdk.core.internal;

import java.util.Locale;

/** What several look for in a text, or do to it. */
public final class Texts {
    private static final int LONGEST_WORD = 100;

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

    /**
     * A word in lower case. What is longer than any word comes back as it is: the JDK may copy a long text whole for each of its
     * letters.
     *
     * @param text any text
     * @return to be compared with words in lower case
     */
    public static String lowerCase(String text) {
        return text.length() > LONGEST_WORD ? text : text.toLowerCase(Locale.ROOT);
    }

    /** Cuts what is too long for a message. */
    static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + " ... (cut)";
    }
}

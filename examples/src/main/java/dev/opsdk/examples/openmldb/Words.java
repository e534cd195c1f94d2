package dev.opsdk.examples.openmldb;

import java.util.List;
import java.util.regex.Pattern;

/** The library speaks to programmers; whoever types a command is told what to type. */
final class Words {
    /** What is found, and what is said instead; the first ones count first. */
    private static final List<Rule> RULES = List.of(
            rule(
                    "auto_failover was not put back: report\\.resume\\(\\) does it, or set it to true by hand",
                    "auto_failover was not put back: switch it on with --cmd=auto-failover --set=on"),
            rule("report\\.resume\\(\\), or postUpgrade again", "run the same line again"),
            rule("(?:report\\.)?resume\\(\\)", "run the same line again"),
            rule(
                    "tell the builder user\\(name, password\\) or serviceToken\\(token\\)",
                    "check --user, and OPSDK_OPENMLDB_PASSWORD"),
            rule("name the tablet as tablets\\(\\) does, or tell the builder address\\([^)]*\\)", "is it misspelt?"),
            rule("; tell the builder address\\([^)]*\\)", ""),
            rule("set(?:ting)? it to true by hand", "switch it on with --cmd=auto-failover --set=on"),
            rule("switch it off with autoFailover\\(false\\)", "switch it off with --cmd=auto-failover --set=off"),
            rule("look at auto_failover in config\\(\\)", "look at --cmd=auto-failover"),
            rule("recover a follower with recoverTable\\(\\.\\.\\.\\)", "recover a follower with --cmd=recoverdata"),
            rule("has to be recovered with recoverTable\\(\\.\\.\\.\\)", "has to be recovered with --cmd=recoverdata"),
            rule(" with (?:changeLeader|changeLeaderAuto|addReplica|recoverTable)\\([^)]*\\)", ""),
            rule("(?:in )?\\bops\\((?:partition)?\\)|\\bop\\(id\\)", "--cmd=showopstatus"),
            rule("(?:in )?\\btables?\\((?:\\.\\.\\.)?\\)", "--cmd=showtablestatus"),
            rule("as (?:in )?tablets\\(\\)(?: does)?", "as the cluster does"),
            rule("\\b(tablets|databases)\\(\\)", "the cluster's $1"),
            rule("\\b(partition|config)\\([^)]*\\)", "the $1"),
            // nobody is asked at such an address: it stands for a leader that is not known
            rule("\\b(?:GET|POST) http://(?:whoever-leads(?::7527)?|localhost(?::80)?)/\\S+ -> ", ""),
            rule("(?<![\\d.,])1 (move|step|op|line|tablet|replica|leader|partition|table)s\\b", "1 $1"));

    private Words() {}

    static String plain(String text) {
        String plain = text;
        for (Rule rule : RULES) {
            plain = rule.found().matcher(plain).replaceAll(rule.instead());
        }
        return plain;
    }

    static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static Rule rule(String found, String instead) {
        return new Rule(Pattern.compile(found), instead);
    }

    private record Rule(Pattern found, String instead) {}
}

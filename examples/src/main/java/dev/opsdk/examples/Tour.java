package dev.opsdk.examples;

import dev.opsdk.core.error.OpsException;
import java.util.List;

/** {@code Tour} runs against simulators; {@code Tour --ccr http://host:9190} looks at a real syncer and changes nothing. */
public final class Tour {
    private Tour() {}

    /**
     * Runs the tour.
     *
     * @param args none, or {@code --ccr} and a base URL
     */
    public static void main(String... args) {
        int status = run(List.of(args), Screen.standard(System.getenv()));
        if (status != 0) {
            System.exit(status);
        }
    }

    static int run(List<String> args, Screen screen) {
        try {
            if (args.isEmpty()) {
                new CcrChapter(screen).run();
                new OmsChapter(screen).run();
                new OpenMldbChapter(screen).run();
                new BizConnectorChapter(screen).run();
                return 0;
            }
            if (args.size() == 2 && args.get(0).equals("--ccr")) {
                CcrLook.at(args.get(1), screen);
                return 0;
            }
        } catch (IllegalArgumentException | OpsException e) {
            screen.bad(String.valueOf(e.getMessage()));
            return 1;
        }
        screen.bad("usage: Tour [--ccr http://host:9190]");
        return 2;
    }
}

package dev.opsdk.examples.live;

/** Stands for real servers while the profile itself is worked on: prints the variables that name them, and ends with its input. */
final class SimulatedServers {
    private SimulatedServers() {}

    /**
     * Starts them.
     *
     * @param args how fast their time runs; 20 unless told
     * @throws java.io.IOException if the input cannot be read
     */
    public static void main(String[] args) throws java.io.IOException {
        try (Simulated all = Simulated.running(args.length == 0 ? 20 : Double.parseDouble(args[0]))) {
            all.variables().forEach((name, value) -> System.out.println("export " + name + "='" + value + "'"));
            System.out.flush();
            while (System.in.read() != -1) {
                // until whoever started it ends
            }
        }
    }
}

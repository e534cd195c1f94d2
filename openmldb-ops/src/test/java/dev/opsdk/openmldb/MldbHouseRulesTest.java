package dev.opsdk.openmldb;

import dev.opsdk.core.testkit.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class MldbHouseRulesTest {
    @TestFactory
    Stream<DynamicTest> theHouseRulesHold() {
        return HouseRules.tests("dev.opsdk.openmldb");
    }
}

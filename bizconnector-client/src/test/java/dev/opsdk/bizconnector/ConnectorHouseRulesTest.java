package dev.opsdk.bizconnector;

import dev.opsdk.core.testkit.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ConnectorHouseRulesTest {
    @TestFactory
    Stream<DynamicTest> theHouseRulesHold() {
        return HouseRules.tests("dev.opsdk.bizconnector");
    }
}

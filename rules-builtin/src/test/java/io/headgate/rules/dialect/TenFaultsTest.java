package io.headgate.rules.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.Progress;
import io.headgate.engine.Run;
import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.files.MemoryFiles;
import io.headgate.engine.policy.Policy;
import io.headgate.engine.report.Result;
import io.headgate.rules.BuiltinRules;
import io.headgate.spi.model.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The same ten mistakes in each dialect: the same ten rules fire, each at the key or the value that
 * is wrong.
 */
class TenFaultsTest {

  private static final Catalog CATALOG = new Catalog(List.of(new BuiltinRules()));

  @ParameterizedTest
  @EnumSource
  void eachFaultFiresItsRuleAtItsPlace(TopicFormat format) throws IOException {
    List<String> wanted = new ArrayList<>();
    List<String> found = new ArrayList<>();
    for (Fault fault : Fault.ALL) {
      if (format.canExpress(fault)) {
        wanted.add(fault.rule() + " at " + fault.at());
        found.add(String.join(", ", findings(format, fault)));
      }
    }
    assertThat(found).isEqualTo(wanted);
  }

  /** What is found of the ten, and of what the core has to say. */
  private static Set<String> findings(TopicFormat format, Fault fault) throws IOException {
    String text = format.declare(fault.topic());
    Set<String> found = new TreeSet<>();
    for (Result result :
        new Run(
                new MemoryFiles(Map.of(format.path(), text)),
                CATALOG,
                Policy.NONE,
                "",
                null,
                rule -> Fault.ALL.stream().anyMatch(one -> one.rule().equals(rule.id())),
                Progress.NONE)
            .report()
            .results()) {
      found.add(
          result.finding().rule().id()
              + " at "
              + at(new SourceText(format.path(), text), result.finding().place()));
    }
    return found;
  }

  private static String at(SourceText source, Place place) {
    return source
        .text()
        .substring(
            source.offset(place.startLine(), place.startColumn()),
            source.offset(place.endLine(), place.endColumn()))
        .replace("\"", "")
        // SpecMesh says in the name for whom it is.
        .replace("_public.", "")
        // Some write the keys of Kafka with underscores.
        .replace('_', '.');
  }
}

package io.headgate.packs.acme;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.page.PageParser;
import io.headgate.engine.page.PageRunner;
import io.headgate.spi.RulePack;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A foreign pack is found, and its pages are its tests. */
class AcmePackTest {

  @Test
  void isFoundThroughTheServiceLoader() {
    assertThat(ServiceLoader.load(RulePack.class)).hasAtLeastOneElementOfType(AcmePack.class);
  }

  @TestFactory
  Stream<DynamicTest> pages() {
    Catalog catalog = new Catalog(List.of(new AcmePack()));
    String page = Objects.requireNonNull(catalog.page(AcmeUnapprovedConnector.RULE));
    return PageParser.cases(page).stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.name(),
                    () ->
                        assertThat(new PageRunner(catalog).run(AcmeUnapprovedConnector.RULE, one))
                            .isEmpty()));
  }
}

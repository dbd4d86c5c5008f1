package io.headgate.engine.report.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import com.contrastsecurity.sarif.Invocation;
import com.contrastsecurity.sarif.PropertyBag;
import com.contrastsecurity.sarif.Result;
import com.contrastsecurity.sarif.Tool;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LogWriterTest {

  @Test
  void mapsAreInTheOrderOfTheirKeys() {
    PropertyBag properties = new PropertyBag();
    for (String key : List.of("zeta", "alpha", "mid", "headgate/v1", "beta")) {
      properties.setAdditionalProperty(key, 1);
    }
    StringWriter out = new StringWriter();
    try (LogWriter log = new LogWriter(out)) {
      log.start(new Tool(), "headgate/", null);
      log.result(new Result().withProperties(properties));
      log.end(new Invocation());
    }
    JsonNode written = Logs.tree(out.toString()).at("/runs/0/results/0/properties");
    assertThat(written.propertyNames())
        .containsExactly("alpha", "beta", "headgate/v1", "mid", "zeta");
  }
}

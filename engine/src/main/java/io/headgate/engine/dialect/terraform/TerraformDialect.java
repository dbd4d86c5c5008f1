package io.headgate.engine.dialect.terraform;

import io.headgate.engine.dialect.Description;
import io.headgate.engine.dialect.Dialect;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Document;
import io.headgate.spi.model.Kind;
import java.util.EnumSet;
import java.util.Set;

/** Terraform: plans as JSON here, the files of its own language in {@link TerraformFiles}. */
public final class TerraformDialect implements Dialect {

  @Override
  public String name() {
    return "terraform";
  }

  @Override
  public Description describe() {
    return TerraformDescription.get();
  }

  @Override
  public Set<Kind> declarable() {
    return EnumSet.of(
        Kind.TOPIC,
        Kind.ACL,
        Kind.QUOTA,
        Kind.USER,
        Kind.SCHEMA,
        Kind.CONNECTOR,
        Kind.CONSUMER_GROUP,
        Kind.SERVICE_ACCOUNT);
  }

  @Override
  public boolean mayRead(String path, String text) {
    return path.endsWith(".tf")
        || (text.contains("\"resource_changes\"") || text.contains("\"planned_values\""));
  }

  @Override
  public boolean owns(String path, String text) {
    return text.contains("kafka_") || text.contains("confluent_") || text.contains("aws_msk_topic");
  }

  @Override
  public boolean reads(Document document) {
    Plan plan = Plan.of(document.root());
    return plan != null
        && plan.isOurs()
        && owns(document.source().file(), document.source().text());
  }

  @Override
  public void read(Document document, Reading reading) {
    Plan plan = Plan.of(document.root());
    if (plan != null) {
      plan.read(reading, null);
    }
  }
}

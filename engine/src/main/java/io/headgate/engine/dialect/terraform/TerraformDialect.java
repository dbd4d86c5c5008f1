package io.headgate.engine.dialect.terraform;

import io.headgate.engine.dialect.Dialect;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Document;
import io.headgate.spi.model.Kind;
import java.util.EnumSet;
import java.util.Set;

/** Plans of Terraform as JSON. */
public final class TerraformDialect implements Dialect {

  @Override
  public String name() {
    return "terraform";
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
    return path.endsWith(".json")
        && (text.contains("\"resource_changes\"") || text.contains("\"planned_values\""));
  }

  @Override
  public boolean owns(String path, String text) {
    return text.contains("kafka_") || text.contains("confluent_") || text.contains("aws_msk_topic");
  }

  @Override
  public boolean reads(Document document) {
    return Plan.of(document.root()) != null;
  }

  @Override
  public void read(Document document, Reading reading) {
    Plan plan = Plan.of(document.root());
    if (plan != null) {
      plan.read(reading, null);
    }
  }
}

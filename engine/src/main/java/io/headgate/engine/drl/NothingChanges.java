package io.headgate.engine.drl;

import org.kie.api.conf.ConfigurationKey;
import org.kie.api.conf.OptionKey;
import org.kie.api.conf.OptionsConfiguration;
import org.kie.internal.builder.KnowledgeBuilderConfiguration;
import org.kie.internal.builder.conf.KnowledgeBuilderOption;
import org.kie.internal.builder.conf.MultiValueKieBuilderOption;
import org.kie.internal.builder.conf.PropertySpecificOption;
import org.kie.internal.builder.conf.SingleValueKieBuilderOption;

/** Tells Drools the one thing it asks while it builds: facts never change, so none is watched. */
final class NothingChanges implements KnowledgeBuilderConfiguration {

  @Override
  @SuppressWarnings("unchecked") // the key is of this option
  public <C extends SingleValueKieBuilderOption> C getOption(OptionKey<C> key) {
    if (!PropertySpecificOption.KEY.equals(key)) {
      throw new UnsupportedOperationException(key.name());
    }
    return (C) PropertySpecificOption.DISABLED;
  }

  @Override
  public <C extends KnowledgeBuilderOption> void setOption(C option) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void makeImmutable() {}

  @Override
  public ClassLoader getClassLoader() {
    return NothingChanges.class.getClassLoader();
  }

  @Override
  public <
          X extends
              OptionsConfiguration<
                      KnowledgeBuilderOption,
                      SingleValueKieBuilderOption,
                      MultiValueKieBuilderOption>>
      X as(ConfigurationKey<X> configuration) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean setProperty(String name, String value) {
    return false;
  }

  @Override
  public String getProperty(String name) {
    return "";
  }
}

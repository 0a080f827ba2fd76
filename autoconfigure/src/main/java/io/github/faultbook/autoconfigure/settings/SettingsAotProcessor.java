/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.faultbook.autoconfigure.settings;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.generate.GenerationContext;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotProcessor;
import org.springframework.beans.factory.aot.BeanFactoryInitializationCode;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

/**
 * Registers hints for what the configuration names: classes of exceptions and
 * constraints, templates and bundles of messages.
 */
class SettingsAotProcessor implements BeanFactoryInitializationAotProcessor {

	@Override
	public @Nullable BeanFactoryInitializationAotContribution processAheadOfTime(
			ConfigurableListableBeanFactory beanFactory) {
		if (beanFactory.getBeanNamesForType(FaultbookSetup.class, false, false).length == 0) {
			return null;
		}
		Binder binder = Binder
			.get(beanFactory.getBean(ConfigurableApplicationContext.ENVIRONMENT_BEAN_NAME, Environment.class));
		return new Contribution(binder.bindOrCreate("faultbook", Bindable.of(FaultbookProperties.class)),
				binder.bind("spring.messages.basename", Bindable.listOf(String.class)).orElseGet(List::of),
				new ClassNames(beanFactory.getBeanClassLoader()));
	}

	/**
	 * Registers the hints.
	 *
	 * @param properties the configuration
	 * @param bundles the names of the message bundles
	 * @param classes finds classes; names of nothing are reported at start-up
	 */
	private record Contribution(FaultbookProperties properties, List<String> bundles,
			ClassNames classes) implements BeanFactoryInitializationAotContribution {

		@Override
		public void applyTo(GenerationContext generation, BeanFactoryInitializationCode code) {
			RuntimeHints hints = generation.getRuntimeHints();
			this.properties.getMappings()
				.keySet()
				.forEach((key) -> register(ExceptionMappings.withoutSuffix(key), hints));
			this.properties.getLog().getLevels().keySet().forEach((key) -> register(key, hints));
			new FieldCodesReader(this.classes, new ArrayList<>()).read(this.properties.getValidation().getCodes())
				.classNames()
				.forEach((name) -> register(name, hints));
			this.properties.getFormats()
				.values()
				.stream()
				.map(String::strip)
				.filter((value) -> value.startsWith(ResourceLoader.CLASSPATH_URL_PREFIX))
				.forEach((location) -> hints.resources().registerPattern(path(location)));
			this.bundles.forEach((name) -> hints.resources().registerPattern(path(name).replace('.', '/') + "*"));
		}

		private void register(String className, RuntimeHints hints) {
			Class<?> type = className.contains(".") ? this.classes.find(className) : null;
			if (type != null) {
				hints.reflection().registerType(type);
			}
		}

		private static String path(String location) {
			String path = location.substring(location.indexOf(':') + 1);
			return path.startsWith("/") ? path.substring(1) : path;
		}

	}

}

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

package io.github.faultbook.autoconfigure.catalog;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import javax.lang.model.element.Modifier;

import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorDefinition;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.generate.GeneratedClass;
import org.springframework.aot.generate.GeneratedMethod;
import org.springframework.aot.generate.GenerationContext;
import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.ExecutableMode;
import org.springframework.aot.hint.ReflectionHints;
import org.springframework.aot.hint.TypeReference;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotProcessor;
import org.springframework.beans.factory.aot.BeanFactoryInitializationCode;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.javapoet.CodeBlock;
import org.springframework.util.ClassUtils;

/**
 * Scans for error codes when the application is processed ahead of time, so that the
 * started application does not need to.
 */
class ErrorCodeAotProcessor implements BeanFactoryInitializationAotProcessor {

	@Override
	public @Nullable BeanFactoryInitializationAotContribution processAheadOfTime(
			ConfigurableListableBeanFactory beanFactory) {
		if (beanFactory.getBeanNamesForType(ErrorCatalog.class, false, false).length == 0) {
			return null;
		}
		Environment environment = beanFactory.getBean(ConfigurableApplicationContext.ENVIRONMENT_BEAN_NAME,
				Environment.class);
		List<String> configured = Binder.get(environment)
			.bind("faultbook.codes", Bindable.listOf(String.class))
			.orElseGet(List::of);
		ErrorCodeClasses classes = new ErrorCodeClasses(beanFactory, environment,
				new PathMatchingResourcePatternResolver(beanFactory.getBeanClassLoader()));
		Set<String> packages = new LinkedHashSet<>(ErrorCodeScanPackages.of(beanFactory));
		packages.addAll(configured);
		Map<String, List<String>> names = new TreeMap<>();
		packages.forEach((name) -> names.put(name, List.copyOf(classes.in(name))));
		// A package or the name of an enum, which needs no more than hints
		Set<String> enums = new LinkedHashSet<>();
		configured.stream().filter((name) -> names.get(name).isEmpty()).forEach((name) -> {
			names.remove(name);
			enums.add(name);
		});
		names.values().forEach(enums::addAll);
		return new Contribution(names, enums, beanFactory.getBeanClassLoader());
	}

	/**
	 * Carries the result of the scan over to the started application.
	 *
	 * @param names the names of the enums by package
	 * @param enums the names of all enums
	 * @param classLoader loads the enums
	 */
	private record Contribution(Map<String, List<String>> names, Set<String> enums,
			@Nullable ClassLoader classLoader) implements BeanFactoryInitializationAotContribution {

		@Override
		public void applyTo(GenerationContext generation, BeanFactoryInitializationCode code) {
			this.enums.forEach((name) -> registerHints(generation.getRuntimeHints().reflection(), name));
			// In this package, so that the generated code reaches what is hidden
			GeneratedClass generated = generation.getGeneratedClasses()
				.addForFeatureComponent("Packages", ScannedPackages.class,
						(type) -> type.addModifiers(Modifier.PUBLIC));
			GeneratedMethod register = generated.getMethods()
				.add("register",
						(method) -> method.addModifiers(Modifier.PUBLIC, Modifier.STATIC)
							.addParameter(ConfigurableListableBeanFactory.class, "beans")
							.addStatement("$T.register(beans, $L)", ScannedPackages.class, map()));
			code.addInitializer(register.toMethodReference());
		}

		private CodeBlock map() {
			return this.names.entrySet()
				.stream()
				.map((entry) -> CodeBlock.of("$T.entry($S, $T.of($L))", Map.class, entry.getKey(), List.class,
						entry.getValue()
							.stream()
							.map((name) -> CodeBlock.of("$S", name))
							.collect(CodeBlock.joining(", "))))
				.collect(CodeBlock.joining(", ", Map.class.getName() + ".ofEntries(", ")"));
		}

		/**
		 * Register an enum, its constants, and the types of the facts that it declares,
		 * which are written as JSON.
		 * @param hints the hints to add to
		 * @param name the name of the enum
		 */
		private void registerHints(ReflectionHints hints, String name) {
			hints.registerType(TypeReference.of(name),
					(type) -> type.withMethod("values", List.of(), ExecutableMode.INVOKE));
			try {
				Object[] constants = ClassUtils.forName(name, this.classLoader).getEnumConstants();
				Stream.of((constants != null) ? constants : new Object[0])
					.filter(ErrorCode.class::isInstance)
					.flatMap((constant) -> ((ErrorCode) constant).definition().parameters().stream())
					.map(ErrorDefinition.Parameter::type)
					.forEach((type) -> new BindingReflectionHintsRegistrar().registerReflectionHints(hints, type));
			}
			catch (ClassNotFoundException | LinkageError | RuntimeException ex) {
				// The start of the application reports the enum
			}
		}

	}

}

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

package io.github.faultbook.autoconfigure;

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.faultbook.pipeline.ErrorMessages;
import io.github.faultbook.pipeline.ErrorPipeline;
import io.github.faultbook.pipeline.ErrorReferences;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.support.BeanDefinitionOverrideException;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the names of beans, which must not collide with names of the application.
 */
class BeanNamesTests {

	private static final List<Class<?>> CONFIGURATIONS = ImportCandidates
		.load(AutoConfiguration.class, BeanNamesTests.class.getClassLoader())
		.getCandidates()
		.stream()
		.filter((name) -> name.startsWith("io.github.faultbook."))
		.<Class<?>>map((name) -> ClassUtils.resolveClassName(name, BeanNamesTests.class.getClassLoader()))
		.toList();

	private static final List<Method> BEANS = CONFIGURATIONS.stream()
		.flatMap(BeanNamesTests::partsOf)
		.flatMap((type) -> Stream.of(type.getDeclaredMethods()))
		.filter((method) -> method.isAnnotationPresent(Bean.class))
		.toList();

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withPropertyValues("faultbook.docs.enabled=true", "management.endpoints.web.exposure.include=faultbook")
		.withConfiguration(
				AutoConfigurations.of(Stream.concat(CONFIGURATIONS.stream(), Stream.of(WebMvcAutoConfiguration.class))
					.toArray(Class<?>[]::new)));

	private static Stream<Class<?>> partsOf(Class<?> configuration) {
		Import imported = configuration.getAnnotation(Import.class);
		return Stream
			.of(List.of(configuration), List.of(configuration.getDeclaredClasses()),
					(imported != null) ? List.of(imported.value()) : List.<Class<?>>of())
			.flatMap(List::stream);
	}

	@Test
	void allBeginWithFaultbook() {
		assertThat(BEANS).hasSizeGreaterThan(30)
			.allSatisfy((bean) -> assertThat(bean.getName()).startsWith("faultbook"))
			.allSatisfy((bean) -> assertThat(bean.getAnnotation(Bean.class).name()).isEmpty());
	}

	@Test
	void applicationMayUseAllNamesWithoutThePrefix() {
		WebApplicationContextRunner application = this.runner;
		for (String name : BEANS.stream()
			.flatMap((bean) -> Stream.of(StringUtils.uncapitalize(bean.getName().substring("faultbook".length())),
					StringUtils.uncapitalize(bean.getReturnType().getSimpleName())))
			.filter((name) -> !name.startsWith("faultbook"))
			.collect(Collectors.toSet())) {
			application = application.withBean(name, String.class, () -> "of the application");
		}
		application.run((context) -> assertThat(context).hasNotFailed()
			.hasSingleBean(ErrorPipeline.class)
			.hasBean("clientNames")
			.hasBean("errorMessages"));
	}

	@Test
	void beanOfTheSameNameAndTypeReplaces() {
		ErrorReferences references = () -> "own";
		this.runner.withBean("faultbookErrorMessages", ErrorMessages.class, () -> ErrorMessages.NONE)
			.withBean("faultbookErrorReferences", ErrorReferences.class, () -> references)
			.run((context) -> assertThat(context).hasNotFailed().getBean(ErrorReferences.class).isSameAs(references));
	}

	@Test
	void beanOfTheSameNameAndAnotherTypeIsRefused() {
		this.runner.withBean("faultbookErrorTexts", String.class, () -> "of the application")
			.run((context) -> assertThat(context).getFailure()
				.isInstanceOf(BeanDefinitionOverrideException.class)
				.hasMessageContaining("faultbookErrorTexts"));
	}

}

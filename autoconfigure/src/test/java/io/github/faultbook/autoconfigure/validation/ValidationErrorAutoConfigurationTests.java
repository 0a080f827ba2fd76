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

package io.github.faultbook.autoconfigure.validation;

import java.util.Set;

import io.github.faultbook.CommonError;
import io.github.faultbook.autoconfigure.FaultbookAutoConfiguration;
import io.github.faultbook.autoconfigure.PlainRequest;
import io.github.faultbook.autoconfigure.input.InputErrorAutoConfiguration;
import io.github.faultbook.pipeline.ErrorPipeline;
import io.github.faultbook.pipeline.ErrorResolver;
import jakarta.validation.ConstraintViolationException;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ValidationErrorAutoConfiguration} and
 * {@link InputErrorAutoConfiguration}.
 */
class ValidationErrorAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(FaultbookAutoConfiguration.class,
				ValidationErrorAutoConfiguration.class, InputErrorAutoConfiguration.class));

	@Test
	void resolversAreAskedFromTheMappingsToWhateverHasAStatus() {
		this.runner.run((context) -> assertThat(context.getBeanProvider(ErrorResolver.class).orderedStream())
			.extracting((resolver) -> resolver.getClass().getSimpleName())
			.containsExactly("MappingErrorResolver", "ConstraintViolationErrorResolver", "BindingErrorResolver",
					"DataBinderErrorResolver", "UnreadableBodyErrorResolver", "MismatchErrorResolver",
					"SortErrorResolver", "SpringErrorResolver"));
	}

	@Test
	void resolverOfTheApplicationWithoutAnOrderComesBeforeAllOthers() {
		this.runner
			.withBean(ErrorResolver.class,
					() -> ErrorResolver.mapping(ResponseStatusException.class, CommonError.CONFLICT))
			.withPropertyValues("faultbook.mappings.org.springframework.web.server.ResponseStatusException=bad_gateway")
			.run((context) -> assertThat(context.getBean(ErrorPipeline.class)
				.handle(new ResponseStatusException(HttpStatus.NOT_FOUND), new PlainRequest())
				.status()).isEqualTo(409));
	}

	@Test
	void startsWithoutJakartaValidation() {
		this.runner.withClassLoader(new FilteredClassLoader("jakarta.validation"))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(BindingErrorResolver.class)
				.doesNotHaveBean(ConstraintViolationErrorResolver.class));
	}

	@Test
	void startsWithoutHibernateValidator() {
		this.runner.withClassLoader(new FilteredClassLoader("org.hibernate.validator"))
			.withPropertyValues("faultbook.validation.codes.Email=bad_email")
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(BindingErrorResolver.class)
				.hasSingleBean(ConstraintViolationErrorResolver.class));
	}

	@Test
	void startsWithoutSpringWeb() {
		this.runner.withClassLoader(new FilteredClassLoader("org.springframework.web"))
			.run((context) -> assertThat(context.getBeanProvider(ErrorResolver.class).orderedStream())
				.extracting((resolver) -> resolver.getClass().getSimpleName())
				.containsExactly("MappingErrorResolver"));
	}

	@Test
	void mappingMayNameWhatTheValidatorThrows() {
		this.runner.withPropertyValues("faultbook.mappings.jakarta.validation.ConstraintViolationException=bad_gateway")
			.run((context) -> assertThat(context.getBean(ErrorPipeline.class)
				.handle(new ConstraintViolationException(Set.of()), new PlainRequest())
				.status()).isEqualTo(502));
	}

	@Test
	void mappingMayNameWhatSpringThrows() {
		this.runner
			.withPropertyValues("faultbook.mappings.org.springframework.web.server.ResponseStatusException=bad_gateway")
			.run((context) -> assertThat(context.getBean(ErrorPipeline.class)
				.handle(new ResponseStatusException(HttpStatus.NOT_FOUND), new PlainRequest())
				.status()).isEqualTo(502));
	}

}

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

import java.util.ArrayList;
import java.util.List;

import io.github.faultbook.ApiError;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.autoconfigure.log.LoggingErrorListener;
import io.github.faultbook.pipeline.ErrorCustomizer;
import io.github.faultbook.pipeline.ErrorListener;
import io.github.faultbook.pipeline.ErrorMessages;
import io.github.faultbook.pipeline.ErrorPipeline;
import io.github.faultbook.pipeline.ErrorReferences;
import io.github.faultbook.pipeline.ErrorResolver;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FaultbookAutoConfiguration} with beans of the application.
 */
class FaultbookBackOffTests {

	private final List<ApiError> errors = new ArrayList<>();

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withBean("recorder", ErrorListener.class, () -> (event) -> this.errors.add(event.error()))
		.withConfiguration(AutoConfigurations.of(FaultbookAutoConfiguration.class));

	@Test
	void pipelineOfTheApplicationIsUsed() {
		this.runner.withBean("own", ErrorPipeline.class, FaultbookBackOffTests::pipeline)
			.run((context) -> assertThat(context).getBeanNames(ErrorPipeline.class).containsExactly("own"));
	}

	@Test
	void messagesOfTheApplicationAreUsed() {
		this.runner.withBean(ErrorMessages.class, () -> (key, locale) -> new ErrorMessages.Text(key, locale))
			.run((context) -> {
				context.getBean(ErrorPipeline.class).handle(409, new PlainRequest());
				assertThat(this.errors).extracting(ApiError::title).containsExactly("faultbook.conflict.title");
			});
	}

	@Test
	void referencesOfTheApplicationAreUsed() {
		ErrorReferences references = () -> "own";
		this.runner.withBean("own", ErrorReferences.class, () -> references)
			.run((context) -> assertThat(context).getBean(ErrorReferences.class).isSameAs(references));
	}

	@Test
	void thereAreNoMessagesWithoutAMessageSource() {
		this.runner.run((context) -> assertThat(context).getBean(ErrorMessages.class).isSameAs(ErrorMessages.NONE));
	}

	@Test
	void thereAreMessagesIfTheParentContextHasAMessageSource() {
		new ApplicationContextRunner().withBean("messageSource", MessageSource.class, StaticMessageSource::new)
			.run((parent) -> this.runner.withParent(parent)
				.run((context) -> assertThat(context).getBean(ErrorMessages.class).isNotSameAs(ErrorMessages.NONE)));
	}

	@Test
	void listenerOfTheApplicationDoesNotReplaceTheLog() {
		this.runner.withBean("own", ErrorListener.class, () -> (event) -> {
		})
			.run((context) -> assertThat(context).getBeanNames(ErrorListener.class)
				.containsExactlyInAnyOrder("own", "faultbookLoggingErrorListener", "faultbookUnlistedCodes",
						"recorder"));
	}

	@Test
	void listenerOfTheApplicationThatHasTheNameOfTheLogReplacesIt() {
		this.runner.withBean("faultbookLoggingErrorListener", ErrorListener.class, () -> (event) -> {
		}).run((context) -> assertThat(context).doesNotHaveBean(LoggingErrorListener.class));
	}

	@Test
	void resolverOfTheApplicationIsAskedBeforeTheMappings() {
		this.runner.withPropertyValues("faultbook.mappings.java.lang.IllegalStateException=resource_gone")
			.withBean(ErrorResolver.class,
					() -> ErrorResolver.mapping(IllegalStateException.class, CommonError.CONFLICT))
			.run((context) -> assertThat(context.getBean(ErrorPipeline.class)
				.handle(new IllegalStateException(), new PlainRequest())
				.status()).isEqualTo(409));
	}

	@Test
	void customizersAreCalledInOrder() {
		this.runner.withUserConfiguration(Customizers.class).run((context) -> {
			context.getBean(ErrorPipeline.class).handle(409, new PlainRequest());
			assertThat(this.errors).extracting(ApiError::title).containsExactly("Conflict, first, second");
		});
	}

	private static ErrorPipeline pipeline() {
		return ErrorPipeline.builder(ErrorCatalog.of(List.of()), (request) -> null, JsonMapper.shared()).build();
	}

	@Configuration(proxyBeanMethods = false)
	static class Customizers {

		@Bean
		@Order(2)
		ErrorCustomizer second() {
			return (error, exception, request) -> error.toBuilder().title(error.title() + ", second").build();
		}

		@Bean
		@Order(1)
		ErrorCustomizer first() {
			return (error, exception, request) -> error.toBuilder().title(error.title() + ", first").build();
		}

	}

}

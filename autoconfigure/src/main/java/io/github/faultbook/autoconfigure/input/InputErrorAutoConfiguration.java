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

package io.github.faultbook.autoconfigure.input;

import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.autoconfigure.FaultbookAutoConfiguration;
import io.github.faultbook.autoconfigure.ResolverOrder;
import io.github.faultbook.autoconfigure.settings.FaultbookProperties;
import io.github.faultbook.autoconfigure.settings.FaultbookSetup;
import io.github.faultbook.pipeline.ErrorResolver;
import io.github.faultbook.pipeline.ErrorTexts;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.web.ErrorResponse;

/**
 * Auto-configuration for resolving the exceptions of Spring's web support.
 */
// After the mappings of the application, which may contain Spring's exceptions
@AutoConfiguration(after = FaultbookAutoConfiguration.class)
@ConditionalOnClass(ErrorResponse.class)
@ConditionalOnBean(FaultbookAutoConfiguration.class)
public final class InputErrorAutoConfiguration {

	@Bean
	InputViolations faultbookInputViolations(ErrorTexts texts, FaultbookSetup setup) {
		return new InputViolations(texts, setup.formats().languages());
	}

	@Bean
	@Order(ResolverOrder.INPUT)
	UnreadableBodyErrorResolver faultbookUnreadableBodyErrorResolver(FaultbookSetup setup, InputViolations inputs,
			ObjectProvider<ErrorResolver> resolvers, FaultbookProperties properties) {
		return new UnreadableBodyErrorResolver(setup.jsonMapper(), inputs,
				new ApplicationCauses(resolvers::orderedStream), properties.getLimits().getViolations());
	}

	@Bean
	@Order(ResolverOrder.INPUT)
	MismatchErrorResolver faultbookMismatchErrorResolver(InputViolations inputs,
			ObjectProvider<ErrorResolver> resolvers) {
		return new MismatchErrorResolver(inputs, new ApplicationCauses(resolvers::orderedStream));
	}

	@Bean
	@Order(ResolverOrder.INPUT)
	SortErrorResolver faultbookSortErrorResolver(InputViolations inputs) {
		return new SortErrorResolver(inputs);
	}

	@Bean
	@Order(ResolverOrder.STATUS)
	SpringErrorResolver faultbookSpringErrorResolver(ErrorCatalog catalog, MessageSource messages,
			FaultbookProperties properties) {
		return new SpringErrorResolver(catalog, messages, properties.isServerErrorDetails());
	}

	@Bean
	ProblemDetailTexts faultbookProblemDetailTexts(MessageSource messages) {
		return new ProblemDetailTexts(messages);
	}

}

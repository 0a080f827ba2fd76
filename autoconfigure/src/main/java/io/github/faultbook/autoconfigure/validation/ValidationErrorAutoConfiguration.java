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

import io.github.faultbook.autoconfigure.FaultbookAutoConfiguration;
import io.github.faultbook.autoconfigure.ResolverOrder;
import io.github.faultbook.autoconfigure.input.ApplicationCauses;
import io.github.faultbook.autoconfigure.input.InputErrorAutoConfiguration;
import io.github.faultbook.autoconfigure.input.InputViolations;
import io.github.faultbook.autoconfigure.settings.FaultbookProperties;
import io.github.faultbook.autoconfigure.settings.FaultbookSetup;
import io.github.faultbook.pipeline.ErrorResolver;
import io.github.faultbook.pipeline.ErrorTexts;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ValidatorFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Auto-configuration for resolving validation failures.
 */
// Before the resolver for exceptions that carry a status, as some of these do, too; after
// the mappings of the application, which may contain these exceptions
@AutoConfiguration(after = FaultbookAutoConfiguration.class, before = InputErrorAutoConfiguration.class)
@ConditionalOnClass(MethodArgumentNotValidException.class)
@ConditionalOnBean(FaultbookAutoConfiguration.class)
public final class ValidationErrorAutoConfiguration {

	@Bean
	ClientNames faultbookClientNames(FaultbookSetup setup) {
		return new ClientNames(setup.jsonMapper());
	}

	@Bean
	InputOrigins faultbookInputOrigins(ClientNames names, FaultbookProperties properties) {
		return new InputOrigins(names, properties.getValidation()
			.getServiceViolations() == FaultbookProperties.Validation.ServiceViolations.CLIENT);
	}

	@Bean
	ViolationReader faultbookViolationReader(ClientNames names, MessageSource messages, ErrorTexts texts,
			FaultbookSetup setup, InputViolations inputs, FaultbookProperties properties,
			ObjectProvider<ConstraintMessages> constraints) {
		ViolationDetails details = new ViolationDetails(setup.fieldCodes(), properties.getValidation());
		ViolationMessages violationMessages = new ViolationMessages(messages, texts,
				properties.getValidation().isExposePatterns());
		MessageTranslations translations = new MessageTranslations(violationMessages, constraints.getIfAvailable(),
				setup.formats().languages());
		return new ViolationReader(names, violationMessages, translations, details, inputs,
				properties.getLimits().getViolations());
	}

	@Bean
	@Order(ResolverOrder.VALIDATION)
	BindingErrorResolver faultbookBindingErrorResolver(InputOrigins origins, ViolationReader reader,
			ObjectProvider<ErrorResolver> resolvers) {
		return new BindingErrorResolver(origins, reader, new ApplicationCauses(resolvers::orderedStream));
	}

	@Bean
	@Order(ResolverOrder.VALIDATION)
	DataBinderErrorResolver faultbookDataBinderErrorResolver(InputViolations inputs,
			ObjectProvider<ErrorResolver> resolvers) {
		return new DataBinderErrorResolver(inputs, new ApplicationCauses(resolvers::orderedStream));
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(value = RequestMappingHandlerMapping.class, name = "kotlin.Metadata")
	static class KotlinConfiguration {

		@Bean
		UncreatableModels faultbookUncreatableModels(ObjectProvider<RequestMappingHandlerMapping> mappings) {
			return new UncreatableModels(mappings);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ConstraintViolationException.class)
	static class JakartaValidationConfiguration {

		@Bean
		ConstraintMessages faultbookConstraintMessages(ObjectProvider<ValidatorFactory> validators) {
			return new ConstraintMessages(SingletonSupplier.ofNullable(validators::getIfUnique));
		}

		@Bean
		@Order(ResolverOrder.VALIDATION)
		ConstraintViolationErrorResolver faultbookConstraintViolationErrorResolver(InputOrigins origins,
				ViolationReader reader) {
			return new ConstraintViolationErrorResolver(origins, reader);
		}

	}

}

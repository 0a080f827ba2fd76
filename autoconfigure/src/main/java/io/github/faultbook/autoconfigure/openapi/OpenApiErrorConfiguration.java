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

package io.github.faultbook.autoconfigure.openapi;

import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.autoconfigure.settings.FaultbookProperties;
import io.github.faultbook.autoconfigure.settings.FaultbookSetup;
import io.github.faultbook.autoconfigure.settings.MappingErrorResolver;
import io.github.faultbook.format.SchemaScope;
import io.github.faultbook.pipeline.ErrorPipeline;
import jakarta.validation.ValidatorFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.method.AuthorizationAdvisor;

/**
 * Configuration for the description of errors on any web stack.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBean(OperationStack.class)
class OpenApiErrorConfiguration {

	@Bean
	ExceptionHandlers faultbookExceptionHandlers(OperationStack stack, ApplicationContext context) {
		return new ExceptionHandlers(stack, context);
	}

	@Bean
	DeclaredErrors faultbookDeclaredErrors(ErrorCatalog catalog, MappingErrorResolver mappings,
			ExceptionHandlers handlers) {
		return new DeclaredErrors(catalog, mappings, handlers);
	}

	@Bean
	DeclaredErrorsCheck faultbookDeclaredErrorsCheck(DeclaredErrors errors, OperationStack stack) {
		return new DeclaredErrorsCheck(errors, stack);
	}

	@Bean
	UndeclaredErrors faultbookUndeclaredErrors(DeclaredErrors errors) {
		return new UndeclaredErrors(errors);
	}

	@Bean
	OpenApiErrorCustomizer faultbookOpenApiErrorCustomizer(ErrorCatalog catalog, DeclaredErrors declared,
			OperationStack stack, MappingErrorResolver mappings, ExceptionHandlers handlers, ErrorPipeline pipeline,
			ObjectProvider<ExampleViolations> violations, ObjectProvider<AccessRules> rules,
			FaultbookProperties properties) {
		ContentErrors content = new ContentErrors(stack, handlers, mappings);
		boolean perCode = properties.getOpenapi().getSchemas() == FaultbookProperties.Openapi.Schemas.PER_CODE;
		SchemaScope limits = new SchemaScope(null, properties.getLimits().getViolations(),
				properties.getLimits().getText());
		return new OpenApiErrorCustomizer(new OperationErrors(catalog, declared, content, violations, rules), pipeline,
				(openApi) -> new ErrorSchemas(openApi, perCode, limits), stack.root());
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ValidatorFactory.class)
	static class ValidationConfiguration {

		@Bean
		ExampleViolations faultbookExampleViolations(OperationStack stack, ObjectProvider<ValidatorFactory> validators,
				FaultbookSetup setup, FaultbookProperties properties) {
			return new ExampleViolations(stack, validators.getIfUnique(), setup.jsonMapper(), setup.fieldCodes(),
					properties.getValidation());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(AuthorizationAdvisor.class)
	@ConditionalOnBean(AccessStack.class)
	static class SecurityConfiguration {

		@Bean
		AccessRules faultbookAccessRules(AccessStack stack, ObjectProvider<AuthorizationAdvisor> advisors,
				ExceptionHandlers handlers) {
			return new AccessRules(stack, advisors, handlers);
		}

	}

}

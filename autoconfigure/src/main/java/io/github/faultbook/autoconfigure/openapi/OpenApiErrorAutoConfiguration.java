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
import io.github.faultbook.autoconfigure.FaultbookAutoConfiguration;
import io.github.faultbook.autoconfigure.settings.FaultbookProperties;
import io.github.faultbook.autoconfigure.settings.FaultbookSetup;
import io.github.faultbook.autoconfigure.settings.MappingErrorResolver;
import io.github.faultbook.format.SchemaScope;
import io.github.faultbook.pipeline.ErrorPipeline;
import io.swagger.v3.oas.models.OpenAPI;
import jakarta.servlet.ServletContext;
import jakarta.validation.ValidatorFactory;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletPath;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.method.AuthorizationAdvisor;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.web.accept.ContentNegotiationManager;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Auto-configuration for errors in the OpenAPI description.
 */
@AutoConfiguration(after = FaultbookAutoConfiguration.class)
@ConditionalOnClass({ OpenAPI.class, GlobalOpenApiCustomizer.class, GlobalOperationCustomizer.class,
		RequestMappingHandlerMapping.class, DispatcherServletPath.class })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBooleanProperty(name = "faultbook.openapi.enabled", matchIfMissing = true)
@ConditionalOnBean(FaultbookAutoConfiguration.class)
public final class OpenApiErrorAutoConfiguration {

	@Bean
	ExceptionHandlers faultbookExceptionHandlers(ApplicationContext context) {
		return new ExceptionHandlers(context);
	}

	@Bean
	DeclaredErrors faultbookDeclaredErrors(ErrorCatalog catalog, MappingErrorResolver mappings,
			ExceptionHandlers handlers) {
		return new DeclaredErrors(catalog, mappings, handlers);
	}

	@Bean
	DeclaredErrorsCheck faultbookDeclaredErrorsCheck(DeclaredErrors errors,
			ObjectProvider<RequestMappingHandlerMapping> mappings) {
		return new DeclaredErrorsCheck(errors, mappings);
	}

	@Bean
	UndeclaredErrors faultbookUndeclaredErrors(DeclaredErrors errors) {
		return new UndeclaredErrors(errors);
	}

	@Bean
	OpenApiErrorCustomizer faultbookOpenApiErrorCustomizer(ErrorCatalog catalog, DeclaredErrors declared,
			MappingErrorResolver mappings, ExceptionHandlers handlers, ErrorPipeline pipeline,
			ObjectProvider<ContentNegotiationManager> negotiation, ObjectProvider<ExampleViolations> violations,
			ObjectProvider<AccessRules> rules, ServletContext servletContext,
			ObjectProvider<DispatcherServletPath> dispatcher, FaultbookProperties properties) {
		ContentErrors content = new ContentErrors(new MediaTypeRules(negotiation.getIfUnique()), handlers, mappings);
		DispatcherServletPath path = dispatcher.getIfAvailable();
		boolean perCode = properties.getOpenapi().getSchemas() == FaultbookProperties.Openapi.Schemas.PER_CODE;
		SchemaScope limits = new SchemaScope(null, properties.getLimits().getViolations(),
				properties.getLimits().getText());
		return new OpenApiErrorCustomizer(new OperationErrors(catalog, declared, content, violations, rules), pipeline,
				(openApi) -> new ErrorSchemas(openApi, perCode, limits),
				servletContext.getContextPath() + ((path != null) ? path.getPrefix() : ""));
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ValidatorFactory.class)
	static class ValidationConfiguration {

		@Bean
		ExampleViolations faultbookExampleViolations(ObjectProvider<ValidatorFactory> validators, FaultbookSetup setup,
				FaultbookProperties properties) {
			return new ExampleViolations(validators.getIfUnique(), setup.jsonMapper(), setup.fieldCodes(),
					properties.getValidation());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(FilterChainProxy.class)
	static class SecurityConfiguration {

		@Bean
		AccessRules faultbookAccessRules(ObjectProvider<FilterChainProxy> chains,
				ObjectProvider<AuthorizationAdvisor> advisors, ExceptionHandlers handlers,
				ServletContext servletContext) {
			return new AccessRules(chains, advisors, handlers, servletContext.getContextPath());
		}

	}

}

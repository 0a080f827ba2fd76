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

package io.github.faultbook.sample;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.ParameterCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Configuration for the OpenAPI description.
 */
@Configuration(proxyBeanMethods = false)
class DescriptionConfiguration {

	private static final String KEY = "key";

	@Bean
	OpenAPI description() {
		return new OpenAPI().info(new Info().title("Partner billing").version("1"))
			.components(new Components().addSecuritySchemes(KEY,
					new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")))
			.addSecurityItem(new SecurityRequirement().addList(KEY));
	}

	// The entities that exist when the application starts
	@Bean
	ParameterCustomizer parameterExamples() {
		return (parameter, method) -> {
			String name = (parameter != null) ? parameter.getName() : "";
			boolean business = name.equals("businessId") || method.getContainingClass() == BusinessController.class;
			return (name.endsWith("Id") || name.equals("id")) ? parameter.example(business ? "bus_1" : "inv_1")
					: parameter;
		};
	}

	// Swagger has a Jackson of its own, which does not know the settings of the
	// application
	@Bean
	ModelResolver modelResolver(ObjectMapperProvider mappers) {
		return new ModelResolver(
				mappers.jsonMapper().copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE));
	}

}

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

import io.github.faultbook.autoconfigure.FaultbookAutoConfiguration;
import io.swagger.v3.oas.models.OpenAPI;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Import;

/**
 * Auto-configuration for errors in the OpenAPI description.
 */
@AutoConfiguration(after = FaultbookAutoConfiguration.class)
@ConditionalOnClass({ OpenAPI.class, GlobalOpenApiCustomizer.class, GlobalOperationCustomizer.class })
@ConditionalOnBooleanProperty(name = "faultbook.openapi.enabled", matchIfMissing = true)
@ConditionalOnBean(FaultbookAutoConfiguration.class)
@Import({ ServletOpenApiConfiguration.class, ReactiveOpenApiConfiguration.class, OpenApiErrorConfiguration.class })
public final class OpenApiErrorAutoConfiguration {

}

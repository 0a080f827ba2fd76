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

package io.github.faultbook.autoconfigure.settings;

import java.util.Map;

import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.FaultbookConfigurationException;
import io.github.faultbook.autoconfigure.log.LogPolicy;
import io.github.faultbook.documentation.DocumentedApi;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ApplicationContext;

/**
 * The result of reading the configuration.
 *
 * @param catalog the catalog of the application
 * @param mappings the exceptions that stand for entries of the catalog
 * @param constraints the entries of the catalog by the constraint of the database, in the
 * form of {@link ConstraintMappings#plain}
 * @param formats the selector of formats
 * @param logPolicy how errors are logged
 * @param fieldCodes the codes that the application gives to violations
 * @param jsonMapper the mapper whose rules apply to names and values in responses
 * @param documentedApi what the documentation says about the API
 */
public record FaultbookSetup(ErrorCatalog catalog, MappingErrorResolver mappings, Map<String, ErrorCode> constraints,
		FormatSelector formats, LogPolicy logPolicy, FieldCodes fieldCodes, JsonMapper jsonMapper,
		DocumentedApi documentedApi) {

	/**
	 * Read the configuration and check it as a whole, so that one failed start reports
	 * all problems.
	 * @param properties the configuration
	 * @param context the application
	 * @return the setup
	 * @throws FaultbookConfigurationException if anything is not valid
	 */
	public static FaultbookSetup read(FaultbookProperties properties, ApplicationContext context) {
		return new FaultbookSetupReader(properties, context).read();
	}

}

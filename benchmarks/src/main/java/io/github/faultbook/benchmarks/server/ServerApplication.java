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

package io.github.faultbook.benchmarks.server;

import java.util.List;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/**
 * The application of every contender, with Spring Security. The first argument is the
 * class with the beans of the contender, the others are properties.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ ServletSecurity.class, ReactiveSecurity.class })
public class ServerApplication {

	static final String PORT = "Serving on port ";

	public static void main(String[] args) throws ClassNotFoundException {
		ConfigurableApplicationContext context = new SpringApplicationBuilder(ServerApplication.class,
				Class.forName(args[0]))
			.properties("server.address=127.0.0.1", "server.port=0", "logging.level.root=OFF",
					"spring.main.banner-mode=off", "spring.security.user.password=none")
			.properties(List.of(args).subList(1, args.length).toArray(String[]::new))
			.run();
		System.out.println(PORT + ((WebServerApplicationContext) context).getWebServer().getPort());
	}

}

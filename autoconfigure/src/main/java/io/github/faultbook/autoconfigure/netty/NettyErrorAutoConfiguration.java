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

package io.github.faultbook.autoconfigure.netty;

import io.github.faultbook.autoconfigure.FaultbookAutoConfiguration;
import io.github.faultbook.autoconfigure.container.ContainerRequests;
import io.github.faultbook.pipeline.ErrorPipeline;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration for requests that Netty refuses.
 */
// The condition on a bean can only match after the bean is defined
@AutoConfiguration(after = FaultbookAutoConfiguration.class)
@ConditionalOnClass({ NettyServerCustomizer.class, HttpServer.class })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnBean(FaultbookAutoConfiguration.class)
public final class NettyErrorAutoConfiguration {

	/**
	 * Observe the connections behind the codec, which marks what it cannot decode, and in
	 * front of the handler of Reactor Netty that refuses it. Connections of HTTP/2 have
	 * another codec.
	 * @param pipeline makes the answers
	 * @param requests describes the requests
	 * @return the customizer
	 */
	@Bean
	@ConditionalOnBooleanProperty(name = "faultbook.guard-responses", matchIfMissing = true)
	NettyServerCustomizer faultbookNettyServerCustomizer(ErrorPipeline pipeline, ContainerRequests requests) {
		return (server) -> server.doOnChannelInit((observer, channel, address) -> {
			if (channel.pipeline().get(NettyPipeline.HttpCodec) != null) {
				channel.pipeline()
					.addAfter(NettyPipeline.HttpCodec, NettyRefusals.class.getName(),
							new NettyRefusals(pipeline, requests));
			}
		});
	}

}
